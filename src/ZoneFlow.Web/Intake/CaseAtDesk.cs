using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Intake;

/// <summary>A case as it stood when somebody came to act on it.</summary>
public sealed record CaseAtDesk(CaseState State, Rulebook Rules, Actor Actor, DateTimeOffset ReceivedAt)
{
    /// <summary>What the action would be, if it is offered to the actor now.</summary>
    public Offer? Offer(ActionForm form) => Offers.To(Rules, State, Actor, ReceivedAt)
        .FirstOrDefault(o => o.Action == form.Action && o.Procedure?.Id == form.Procedure);
}
