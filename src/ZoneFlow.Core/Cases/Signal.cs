namespace ZoneFlow.Core.Cases;

/// <summary>Something that happened to a case, with all that deciding on it needs.</summary>
/// <param name="ReceivedAt">When its last byte arrived: judges lateness.</param>
/// <param name="At">When it is decided: orders the journal.</param>
public sealed record Signal(
    SignalId Id, CaseId Case, DateTimeOffset ReceivedAt, DateTimeOffset At, Actor Actor, SignalBody Body, LookedUp LookedUp)
{
    public static Signal By(SignalId id, CaseId @case, DateTimeOffset at, Actor actor, SignalBody body, LookedUp? lookedUp = null) =>
        new(id, @case, at, at, actor, body, lookedUp ?? LookedUp.Nothing);
}
