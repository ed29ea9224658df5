using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Pages.Public;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds what the holder of a case's code is shown: where it is, with whom, and by when.</summary>
public sealed class LookedUpCases(Parties parties, Histories histories, TimeProvider time)
{
    public async Task<LookedUpCase> OfAsync(CaseState state, Rulebook rules, CancellationToken cancellationToken)
    {
        var at = new AtWork(state, rules, Actor.Anonymous, null, WorkPaths.Of(state.Id), null, time.GetUtcNow());
        var journal = await histories.ReadAsync(state.Id, cancellationToken);
        var now = await AskedLines.OfAsync(at, new People(parties, cancellationToken));
        return new LookedUpCase(
            Views.Head(rules.Policy, state, false), ProgressSteps.Of(rules.Policy, state, journal.Select(e => e.Entry)),
            [.. now.Select(l => l with { Due = l.Due is { } due ? due with { Explain = null } : null })]);
    }
}
