using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Server.Bench;

/// <summary>A zone lived by the core alone: decisions follow each other and nothing is kept but the state.</summary>
internal sealed class PlainLife(Rulebook rules, DateTimeOffset begun)
{
    private int _signals;
    private CaseState? _state;

    public CaseState State => _state ?? throw new InvalidOperationException("The zone has not been adopted.");

    public int Entries { get; private set; }

    public void Adopt(DateTimeOffset at)
    {
        var designated = CivilDate.Of(begun).AddMonths(-4);
        var adoption = Adoption.Of(rules.Policy, 1, BenchOffice.Body.Party!.Value, designated);
        var registered = LookedUp.Nothing with { Asked = ["applicants"], Applicants = adoption.Applicants };
        Take(Signal.By(NextId(), BenchOffice.Zone(1), at, BenchOffice.Province, adoption) with { LookedUp = registered });
    }

    /// <summary>Lets all that falls due before an instant happen, each at its own.</summary>
    public void PassTo(DateTimeOffset instant)
    {
        while (Lifecycle.NextDue(rules, State) is { } due && due <= instant)
        {
            Decide(due, Actor.System, new SignalBody.PassTime());
        }
    }

    public void Act(DateTimeOffset at, Actor actor, string action, params IEnumerable<(string Name, FieldValue Value)> inputs) =>
        Take(SignalOf(at, actor, action, inputs));

    public Signal SignalOf(DateTimeOffset at, Actor actor, string action, params IEnumerable<(string Name, FieldValue Value)> inputs)
    {
        var procedure = Conduct.Find(rules.Policy, State, action);
        var transition = Conduct.Transition(rules.Policy, State, procedure, action)!;
        var given = inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
        foreach (var field in transition.Ask.Where(f => f.Name == "summary"))
        {
            given = given.Add(field.Name, new FieldValue.Text("调整知识产权服务机构引进指标。"));
        }

        return Signal.By(NextId(), BenchOffice.Zone(1), at, actor, new SignalBody.Act(
            procedure, procedure is null ? 0 : State.Procedure(procedure)!.Visit, action, given,
            transition.ReasonRequired ? Paperwork.Confide("理由") : null, [], [.. transition.Needs.Select(Paperwork.Of)]));
    }

    private void Decide(DateTimeOffset at, Actor actor, SignalBody body) => Take(Signal.By(NextId(), BenchOffice.Zone(1), at, actor, body));

    private void Take(Signal signal)
    {
        var decision = Lifecycle.Decide(rules, _state, signal);
        _state = decision.Refusal is { } refusal ? throw new InvalidOperationException($"{refusal.Rule}: {refusal.Message.En}") : decision.State;
        Entries += decision.Entries.Length;
    }

    private SignalId NextId() => new($"s{++_signals:D6}");
}
