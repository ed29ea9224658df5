using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>A public notice: what is shown, for how long, and who may object.</summary>
/// <param name="Of">The slot of the document that is published.</param>
/// <param name="EntriesInState">The state of the items it lists, or null where its one entry is this case.</param>
/// <param name="ObjectorsNamed">Whether an objection needs a name and a contact.</param>
public sealed record NoticeRule(string Of, string? EntriesInState, Period For, string ObjectionsFrom, bool ObjectorsNamed, Source Source, Source ObjectionSource)
{
    /// <summary>Whether the day of publication counts (当日起算), where the notice says otherwise than the pack; null where it does not.</summary>
    public bool? CountsFirstDay { get; init; }
}
