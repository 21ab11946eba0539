-- What is kept for ever is guarded by the database itself, whatever the code above it does.
-- INSERT OR REPLACE deletes without firing a DELETE trigger unless PRAGMA recursive_triggers is on: it is never used here.

CREATE TRIGGER "review_event_no_update" BEFORE UPDATE ON "ReviewEvent"
BEGIN
    SELECT RAISE(ABORT, 'ReviewEvent is append-only: record a new event instead of changing one');
END;

CREATE TRIGGER "review_event_no_delete" BEFORE DELETE ON "ReviewEvent"
BEGIN
    SELECT RAISE(ABORT, 'ReviewEvent is append-only: record an undo event instead of deleting one');
END;

CREATE TRIGGER "revision_no_update" BEFORE UPDATE ON "Revision"
BEGIN
    SELECT RAISE(ABORT, 'Revision is append-only: publish a new revision instead of changing one');
END;

CREATE TRIGGER "revision_no_delete" BEFORE DELETE ON "Revision"
BEGIN
    SELECT RAISE(ABORT, 'Revision is append-only: a published revision is kept for ever');
END;

CREATE TRIGGER "card_no_delete" BEFORE DELETE ON "Card"
BEGIN
    SELECT RAISE(ABORT, 'Card is append-only: set retiredAt instead of deleting it');
END;
