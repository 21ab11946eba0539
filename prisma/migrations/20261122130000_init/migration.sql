-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" BIGINT NOT NULL,
    "tz" TEXT NOT NULL DEFAULT 'UTC',
    "newPerDay" INTEGER NOT NULL DEFAULT 20,
    "reviewsPerDay" INTEGER NOT NULL DEFAULT 200,
    "parameterSetId" TEXT NOT NULL,
    CONSTRAINT "Learner_parameterSetId_fkey" FOREIGN KEY ("parameterSetId") REFERENCES "ParameterSet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GuestKey" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "GuestKey_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ParameterSet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "values" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Deck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "currentRevisionId" TEXT,
    "retiredAt" BIGINT
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deckId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" BIGINT NOT NULL,
    "publishedBy" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "manifest" TEXT NOT NULL,
    CONSTRAINT "Revision_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Card" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "deckId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "retiredAt" BIGINT,
    "contentHash" TEXT NOT NULL,
    "answerHash" TEXT NOT NULL,
    "frontText" TEXT NOT NULL,
    "frontHtml" TEXT NOT NULL,
    "backHtml" TEXT NOT NULL,
    "extraHtml" TEXT,
    "details" TEXT NOT NULL,
    CONSTRAINT "Card_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "learnerId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "unmetFrom" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("learnerId", "deckId"),
    CONSTRAINT "Enrolment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cardUid" TEXT NOT NULL,
    "grade" INTEGER,
    "answeredAt" BIGINT NOT NULL,
    "sentAt" BIGINT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "effectiveAt" BIGINT NOT NULL,
    "tz" TEXT NOT NULL,
    "tookMs" INTEGER,
    "placedDays" INTEGER,
    "seenVersion" INTEGER,
    "presentationId" TEXT,
    "payload" TEXT,
    CONSTRAINT "ReviewEvent_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardState" (
    "learnerId" TEXT NOT NULL,
    "cardUid" TEXT NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "parameterSetId" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "step" INTEGER,
    "stability" REAL,
    "difficulty" REAL,
    "lastAt" BIGINT,
    "lastDay" INTEGER,
    "dueAt" BIGINT,
    "intervalDays" INTEGER,
    "reps" INTEGER,
    "lapses" INTEGER,
    "introducedDay" INTEGER,
    "suspended" BOOLEAN NOT NULL,
    "buriedDay" INTEGER,
    "queueDue" BIGINT,
    "lastEventAt" BIGINT NOT NULL,
    "lastEventId" TEXT NOT NULL,

    PRIMARY KEY ("learnerId", "cardUid"),
    CONSTRAINT "CardState_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Deck_slug_key" ON "Deck"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Deck_currentRevisionId_key" ON "Deck"("currentRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_deckId_number_key" ON "Revision"("deckId", "number");

-- CreateIndex
CREATE INDEX "Card_deckId_retiredAt_position_idx" ON "Card"("deckId", "retiredAt", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Card_deckId_key_key" ON "Card"("deckId", "key");

-- CreateIndex
CREATE INDEX "ReviewEvent_learnerId_cardUid_kind_idx" ON "ReviewEvent"("learnerId", "cardUid", "kind");

-- CreateIndex
CREATE INDEX "ReviewEvent_learnerId_effectiveAt_idx" ON "ReviewEvent"("learnerId", "effectiveAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewEvent_learnerId_id_key" ON "ReviewEvent"("learnerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewEvent_learnerId_presentationId_key" ON "ReviewEvent"("learnerId", "presentationId");

-- CreateIndex
CREATE INDEX "CardState_learnerId_phase_queueDue_idx" ON "CardState"("learnerId", "phase", "queueDue");

-- CreateIndex
CREATE INDEX "CardState_learnerId_lastDay_idx" ON "CardState"("learnerId", "lastDay");

