using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>Public notices and what the public says to them.</summary>
internal static class Public
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.NoticePublished c => new(
            $"公示《{words.Document(c.Slot).Zh}》，自{Words.Day(c.From)}至{Words.Day(c.Last)}，共{c.Entries.Length}项。",
            $"\"{Words.En(words.Document(c.Slot))}\" is under public notice from {Words.Day(c.From)} to {Words.Day(c.Last)}, {c.Entries.Length} in all."),
        Change.ObjectionReceived c => new($"收到对{c.Entry}的异议（回执{c.Receipt}）。", $"An objection to {c.Entry} was received (receipt {c.Receipt})."),
        Change.NoticeEntryClosed { Opposed: true } c => new($"{c.Entry}公示期满，有异议。", $"The notice of {c.Entry} closed with an objection."),
        Change.NoticeEntryClosed c => new($"{c.Entry}公示期满，无异议。", $"The notice of {c.Entry} closed without objection."),
        Change.NoticeEntryDropped c => new($"{c.Entry}退出公示。", $"{c.Entry} left the notice."),
        _ => null,
    };
}
