-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "retryOf" TEXT;
