-- CreateTable
CREATE TABLE "Restoration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "restoredAt" BIGINT NOT NULL,
    "backupAt" BIGINT NOT NULL
);
