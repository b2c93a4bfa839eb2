"""The database itself refuses to change or delete an event, and lets the head only advance."""

from django.db import migrations

from guiju.web.append_only import refuse_changes, sql_by_vendor

GUARDS = {
    "sqlite": (
        "CREATE TRIGGER journal_event_next BEFORE INSERT ON journal_event "
        "WHEN NEW.number <> COALESCE((SELECT MAX(number) FROM journal_event), 0) + 1 "
        "BEGIN SELECT RAISE(ABORT, 'the journal has no gaps'); END",
        "CREATE TRIGGER journal_head_advances BEFORE UPDATE ON journal_head "
        "WHEN NEW.number <> OLD.number + 1 "
        "BEGIN SELECT RAISE(ABORT, 'the journal head only advances'); END",
        "CREATE TRIGGER journal_head_stays BEFORE DELETE ON journal_head "
        "BEGIN SELECT RAISE(ABORT, 'the journal head stays'); END",
    ),
    "postgresql": (
        """CREATE FUNCTION journal_next() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.number <> COALESCE((SELECT MAX(number) FROM journal_event), 0) + 1 THEN
            RAISE EXCEPTION 'the journal has no gaps'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$""",
        """CREATE FUNCTION journal_advance() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.number <> OLD.number + 1 THEN
            RAISE EXCEPTION 'the journal head only advances'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$""",
        "CREATE TRIGGER journal_event_next BEFORE INSERT ON journal_event "
        "FOR EACH ROW EXECUTE FUNCTION journal_next()",
        "CREATE TRIGGER journal_head_advances BEFORE UPDATE ON journal_head "
        "FOR EACH ROW EXECUTE FUNCTION journal_advance()",
        "CREATE TRIGGER journal_head_stays BEFORE DELETE ON journal_head "
        "FOR EACH ROW EXECUTE FUNCTION guiju_refuse()",
        "CREATE TRIGGER journal_head_whole BEFORE TRUNCATE ON journal_head "
        "FOR EACH STATEMENT EXECUTE FUNCTION guiju_refuse()",
    ),
}
BACK = {
    "sqlite": (
        "DROP TRIGGER journal_event_next",
        "DROP TRIGGER journal_head_advances",
        "DROP TRIGGER journal_head_stays",
    ),
    "postgresql": (
        "DROP TRIGGER journal_event_next ON journal_event",
        "DROP TRIGGER journal_head_advances ON journal_head",
        "DROP TRIGGER journal_head_stays ON journal_head",
        "DROP TRIGGER journal_head_whole ON journal_head",
        "DROP FUNCTION journal_next()",
        "DROP FUNCTION journal_advance()",
    ),
}


class Migration(migrations.Migration):
    dependencies = (("journal", "0001_initial"),)
    operations = (refuse_changes("journal_event"), sql_by_vendor(GUARDS, BACK))
