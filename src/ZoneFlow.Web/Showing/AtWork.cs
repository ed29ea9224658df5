using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>Somebody at work on a case, signed in or come by an emailed link, and the case as it stands.</summary>
/// <param name="Holder">The session's or the link's token, which the forms shown are bound to.</param>
/// <param name="Link">The link they came by; null where they are signed in.</param>
public sealed record AtWork(CaseState State, Rulebook Rules, Actor Actor, Token? Holder, WorkPaths Paths, ActionLink? Link, DateTimeOffset Now)
{
    public Pack Pack => Rules.Policy;

    public DateOnly Today => CivilDate.Of(Now);

    public static AtWork Of(CaseAtHand at, TimeProvider time) =>
        new(at.State, at.Rules, at.Caller.Actor, at.Caller.Session, WorkPaths.Of(at.State.Id), null, time.GetUtcNow());

    public bool MaySee(View view) => May.See(view, Pack, State, Actor);

    public PostTokens Tokens(Desk desk) => Frames.Tokens(Holder, desk.NewSignal());

    /// <summary>What may be done now; by a link, on its own task alone.</summary>
    public IEnumerable<Offer> Offers() => Core.Cases.Offers.To(Rules, State, Actor, Now).Where(o => Link is null || o.Procedure?.Id == Link.Procedure);

    public CaseHead Head() => Views.Head(Pack, State, Link is null);

    public SourcedDate? Due(Procedure procedure) =>
        StageHolders.DeadlineOf(State, procedure) is { } due ? Date(due) : null;

    /// <summary>A date that can be asked how it was computed; behind a link that takes signing in.</summary>
    public SourcedDate Date(Deadline due) => Views.Date(State.Id, due, Rules.Calendar, Today, true);
}
