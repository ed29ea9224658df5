namespace ZoneFlow.Web.Pages.Layout;

/// <summary>The addresses that stand on every page. All others come in on the models.</summary>
public static class SitePaths
{
    public const string Home = "/";
    public const string Worklist = "/worklist";
    public const string DoneWork = "/worklist/done";
    public const string Month = "/worklist/month";
    public const string Overview = "/worklist/overview";
    public const string Adopt = "/worklist/adopt";
    public const string FileCheck = "/worklist/check";
    public const string Portfolio = "/worklist/plans";
    public const string Subscriptions = "/worklist/calendars";
    public const string Zones = "/zones";
    public const string Notices = "/notices";
    public const string Announcements = "/announcements";
    public const string Feed = "/feed.atom";
    public const string Evidence = "/evidence";
    public const string LookUp = "/progress";

    /// <summary>Posted to, with <c>size</c>: how large everything is shown.</summary>
    public const string Display = "/display";

    public const string SignIn = "/sign-in";

    /// <summary>Posted to, with <c>nonce</c>.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>A person's own; posted to with what is to be ended.</summary>
    public const string Sessions = "/sessions";

    public const string Parties = "/operator/parties";
    public const string Import = "/operator/import";
    public const string Outbox = "/operator/outbox";
    public const string Reminders = "/operator/reminders";
    public const string Publish = "/operator/packs/publish";
    public const string Parked = "/operator/parked";
    public const string Dossiers = "/operator/dossiers";
    public const string Erasure = "/operator/erasure";
    public const string Archiving = "/operator/archiving";
    public const string Deletions = "/operator/deletions";
    public const string Readings = "/operator/readings";
    public const string Packs = "/operator/packs";
    public const string Migrate = "/operator/packs/migrate";
    public const string Calendar = "/operator/calendar";
    public const string Health = "/operator/health";

    public const string Mailbox = "/demo/mailbox";
    public const string Clock = "/demo/clock";
    public const string Personas = "/demo/personas";
}
