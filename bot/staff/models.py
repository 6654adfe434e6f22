"""Tables of the people who work here and of what they did."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class StaffMember(Model):
    """Somebody with rights; the id is that of their Telegram account."""

    id = fields.BigIntField(primary_key=True)
    role = fields.CharField(16, description="owner, agent or marketer")
    name = fields.CharField(256, null=True)
    granted_by = fields.BigIntField(null=True, description="null: named in the settings")
    granted_at = fields.DatetimeField()

    class Meta:
        table = "staff_member"

    class Columns:
        personal = "id name granted_by"
        sensitive = ""
        neither = "role granted_at"


class AuditEntry(Model):
    """One action of the staff, or one look at personal data; never changed."""

    id = fields.BigIntField(primary_key=True)
    staff_id = fields.BigIntField(null=True, db_index=True, description="null: the command line or the bot itself")
    action = fields.CharField(64)
    subject = fields.CharField(64, default="", description="order:17, case:4, customer:3")
    detail: Any = fields.JSONField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "staff_audit"
        indexes = (Index(fields=("subject", "at"), name="ix_audit_subject"), Index(fields=("at",), name="ix_audit_at"))

    class Columns:
        personal = "staff_id detail"
        sensitive = ""
        neither = "id action subject at"
