-- CreateTable
CREATE TABLE "Concept" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "deckId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "concept" TEXT,
    "confusable" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "retiredAt" BIGINT,
    CONSTRAINT "Concept_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Item" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "deckId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "conceptUid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "retiredAt" BIGINT,
    "contentHash" TEXT NOT NULL,
    "answerHash" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    CONSTRAINT "Item_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Item_conceptUid_fkey" FOREIGN KEY ("conceptUid") REFERENCES "Concept" ("uid") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemVersion" (
    "itemUid" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("itemUid", "version"),
    CONSTRAINT "ItemVersion_itemUid_fkey" FOREIGN KEY ("itemUid") REFERENCES "Item" ("uid") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "timing" TEXT NOT NULL,
    "latePolicy" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "deadlineAt" BIGINT,
    "graceMs" INTEGER NOT NULL,
    "finishedAt" BIGINT,
    "finishedBy" TEXT,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptItem" (
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "itemUid" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "presentationId" TEXT NOT NULL,
    "firstExposure" BOOLEAN NOT NULL,

    PRIMARY KEY ("attemptId", "slot"),
    CONSTRAINT "AttemptItem_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttemptItem_itemUid_version_fkey" FOREIGN KEY ("itemUid", "version") REFERENCES "ItemVersion" ("itemUid", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptChange" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "rev" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "late" BOOLEAN NOT NULL,
    CONSTRAINT "AttemptChange_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptExtension" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "ms" INTEGER NOT NULL,
    "grantedAt" BIGINT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "AttemptExtension_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Regrade" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "itemUid" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "accepted" TEXT NOT NULL,
    "decidedAt" BIGINT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "Regrade_itemUid_version_fkey" FOREIGN KEY ("itemUid", "version") REFERENCES "ItemVersion" ("itemUid", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Concept_deckId_key_key" ON "Concept"("deckId", "key");

-- CreateIndex
CREATE INDEX "Item_conceptUid_idx" ON "Item"("conceptUid");

-- CreateIndex
CREATE UNIQUE INDEX "Item_deckId_key_key" ON "Item"("deckId", "key");

-- CreateIndex
CREATE INDEX "Attempt_learnerId_startedAt_idx" ON "Attempt"("learnerId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AttemptItem_presentationId_key" ON "AttemptItem"("presentationId");

-- CreateIndex
CREATE INDEX "AttemptItem_itemUid_version_idx" ON "AttemptItem"("itemUid", "version");

-- CreateIndex
CREATE INDEX "AttemptChange_attemptId_slot_idx" ON "AttemptChange"("attemptId", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "AttemptChange_attemptId_id_key" ON "AttemptChange"("attemptId", "id");

-- CreateIndex
CREATE INDEX "AttemptExtension_attemptId_idx" ON "AttemptExtension"("attemptId");

-- CreateIndex
CREATE INDEX "Regrade_itemUid_version_idx" ON "Regrade"("itemUid", "version");

-- What attempts point at, and what was done in them, stays as it was. An attempt is deleted only with a person who asked
-- to be forgotten and is named in "Erasure" first.

CREATE TRIGGER "item_no_delete" BEFORE DELETE ON "Item"
BEGIN
    SELECT RAISE(ABORT, 'Item is append-only: set retiredAt instead of deleting it');
END;

CREATE TRIGGER "concept_no_delete" BEFORE DELETE ON "Concept"
BEGIN
    SELECT RAISE(ABORT, 'Concept is append-only: set retiredAt instead of deleting it');
END;

CREATE TRIGGER "item_version_no_update" BEFORE UPDATE ON "ItemVersion"
BEGIN
    SELECT RAISE(ABORT, 'ItemVersion is append-only: an edit makes a new version');
END;

CREATE TRIGGER "item_version_no_delete" BEFORE DELETE ON "ItemVersion"
BEGIN
    SELECT RAISE(ABORT, 'ItemVersion is append-only: attempts point at it');
END;

CREATE TRIGGER "attempt_no_delete" BEFORE DELETE ON "Attempt"
WHEN NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "learnerId" = OLD."learnerId")
BEGIN
    SELECT RAISE(ABORT, 'An attempt is kept as it was sat');
END;

CREATE TRIGGER "attempt_item_no_update" BEFORE UPDATE ON "AttemptItem"
BEGIN
    SELECT RAISE(ABORT, 'What an attempt asks is frozen when it begins');
END;

CREATE TRIGGER "attempt_item_no_delete" BEFORE DELETE ON "AttemptItem"
WHEN NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "learnerId" = (SELECT "learnerId" FROM "Attempt" WHERE "id" = OLD."attemptId"))
BEGIN
    SELECT RAISE(ABORT, 'What an attempt asks is frozen when it begins');
END;

CREATE TRIGGER "attempt_change_no_update" BEFORE UPDATE ON "AttemptChange"
BEGIN
    SELECT RAISE(ABORT, 'AttemptChange is append-only: a later change counts instead');
END;

CREATE TRIGGER "attempt_change_no_delete" BEFORE DELETE ON "AttemptChange"
WHEN NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "learnerId" = (SELECT "learnerId" FROM "Attempt" WHERE "id" = OLD."attemptId"))
BEGIN
    SELECT RAISE(ABORT, 'AttemptChange is append-only: a later change counts instead');
END;

CREATE TRIGGER "attempt_extension_no_update" BEFORE UPDATE ON "AttemptExtension"
BEGIN
    SELECT RAISE(ABORT, 'AttemptExtension is append-only: grant another');
END;

CREATE TRIGGER "attempt_extension_no_delete" BEFORE DELETE ON "AttemptExtension"
WHEN NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "learnerId" = (SELECT "learnerId" FROM "Attempt" WHERE "id" = OLD."attemptId"))
BEGIN
    SELECT RAISE(ABORT, 'AttemptExtension is append-only: grant another');
END;

CREATE TRIGGER "regrade_no_update" BEFORE UPDATE ON "Regrade"
BEGIN
    SELECT RAISE(ABORT, 'Regrade is append-only: decide anew');
END;

CREATE TRIGGER "regrade_no_delete" BEFORE DELETE ON "Regrade"
BEGIN
    SELECT RAISE(ABORT, 'Regrade is append-only: decide anew');
END;
