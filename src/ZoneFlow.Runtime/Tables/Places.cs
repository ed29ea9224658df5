using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

/// <summary>
/// Where things stand. All of a case is one partition, so that a commit is one transaction; what is found across cases
/// stands in partitions of its own, written after the commit and made good by the marks where that did not come about.
/// </summary>
internal static class Places
{
    public const string Due = "due";
    public const string Outbox = "outbox";
    public const string Parked = "parked";

    /// <summary>Cases that a commit was begun for and whose other partitions may lag.</summary>
    public const string Marks = "marks";

    /// <summary>What the sweep takes, by instant.</summary>
    public const string Expiring = "expiring";

    public const string CaseRow = "0";
    public const string Answers = "a";
    public const string Confided = "c";
    public const string Effects = "e";
    public const string Entries = "j";
    public const string Pending = "p";
    public const string Rows = "r";

    public static string Case(CaseId id) => TableKey.Of("case", id.Value);

    public static string Signal(SignalId id) => TableKey.Of("signal", id.Value);

    public static string Index(string index, string partition) => TableKey.Of("index", index, partition);

    public static string Records(string kind) => TableKey.Of("record", kind);

    public static string Entry(long sequence) => $"{Entries}!{TableKey.Number(sequence)}";

    public static string Effect(OutboxEffect effect) => $"{Effects}!{TableKey.Number(effect.Order)}!{TableKey.Part(effect.Id)}";

    public static string Row(string kind, string key) => $"{Rows}!{TableKey.Of(kind, key)}";

    public static string DueKey(DateTimeOffset due, CaseId id) => $"{TableKey.Number(Kept(due))}!{TableKey.Part(id.Value)}";

    /// <summary>Instants are kept to the millisecond, rounded up, so that nothing is found due before its time.</summary>
    public static long Kept(DateTimeOffset instant) => (instant + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1)).ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>The key before which all keys end that have a part and more behind it: the next sign after what joins parts.</summary>
    public static string Past(string part) => $"{part}\"";

    /// <summary>The key before which all keys that begin with a text end; with the empty text, all keys.</summary>
    public static string Beyond(string text) => $"{text}{TableKey.Last}~";
}
