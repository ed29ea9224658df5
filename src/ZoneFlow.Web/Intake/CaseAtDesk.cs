using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Intake;

/// <summary>A case as it stood when somebody came to act on it.</summary>
public sealed record CaseAtDesk(CaseState State, Rulebook Rules, Actor Actor, DateTimeOffset ReceivedAt)
{
    /// <summary>The session or the link under which they came.</summary>
    public Token? Holder { get; init; }

    /// <summary>What their browser is known by; null at the JSON interface.</summary>
    public Token? Device { get; init; }

    /// <summary>What the action would be, if it is offered to the actor now.</summary>
    public Offer? Offer(ActionForm form) => Offers.To(Rules, State, Actor, ReceivedAt)
        .FirstOrDefault(o => o.Action == form.Action && o.Procedure?.Id == form.Procedure);
}
