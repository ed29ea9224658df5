namespace ZoneFlow.Runtime.Cloud;

public enum MailKind
{
    SendGrid,
    Smtp,
}
