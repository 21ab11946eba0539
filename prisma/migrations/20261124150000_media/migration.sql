-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "media" TEXT NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Card" ADD COLUMN "siblings" TEXT;

-- CreateTable
CREATE TABLE "Media" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "drawing" BLOB
);

-- CreateTable
CREATE TABLE "Drawing" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "markup" TEXT NOT NULL
);

-- What revisions and cards refer to by its hash is kept for ever.

CREATE TRIGGER "media_no_update" BEFORE UPDATE ON "Media"
BEGIN
    SELECT RAISE(ABORT, 'Media is append-only: other bytes have another hash');
END;

CREATE TRIGGER "media_no_delete" BEFORE DELETE ON "Media"
BEGIN
    SELECT RAISE(ABORT, 'Media is append-only: a published revision is kept with its media');
END;

CREATE TRIGGER "drawing_no_update" BEFORE UPDATE ON "Drawing"
BEGIN
    SELECT RAISE(ABORT, 'Drawing is append-only: another markup has another hash');
END;

CREATE TRIGGER "drawing_no_delete" BEFORE DELETE ON "Drawing"
BEGIN
    SELECT RAISE(ABORT, 'Drawing is append-only: cards and revisions refer to it');
END;
