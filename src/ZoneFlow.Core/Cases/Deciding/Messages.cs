using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What cases say to each other: numbered per pair, heard in order, and journalled even where nothing waits for it.</summary>
internal static class Messages
{
    public static void Send(Turn turn, Step.Send step, StepContext context)
    {
        if (step.OnlyInStanding is { } only && turn.State.Standing != only)
        {
            return;
        }

        foreach (var (link, to) in Recipients(turn, step.To, context).ToList())
        {
            var sequence = turn.State.Link(to)?.NextOut ?? 1;
            var with = With(turn, step.With, context, to);
            turn.Record(new Change.MessageSent(to, link, sequence, step.Say, with));
            turn.Effect(id => new Effect.SendMessage(id, turn.At, to, turn.State.Kind, sequence, step.Say, with));
        }
    }

    public static Refusal? Hear(Turn turn, SignalBody.HearMessage body)
    {
        var link = turn.State.Link(body.From);
        var expected = link?.NextIn ?? 1;
        if (body.Sequence < expected)
        {
            return null;
        }

        if (body.Sequence > expected)
        {
            return new Refusal("early", "更早的消息尚未到达。", "An earlier message is still on its way.");
        }

        var name = link?.Name ?? body.FromKind;
        var handler = Handler(turn, name, body.From, body.Say);
        turn.Record(new Change.MessageHeard(body.From, name, body.Sequence, body.Say, handler is not null));
        if (handler is var (procedure, transition) && transition is not null)
        {
            var given = body.With.ToImmutableSortedDictionary(w => w.Key, w => (FieldValue)new FieldValue.Text(w.Value), StringComparer.Ordinal);
            Transitions.Take(turn, procedure, transition, given, body.From.Value, null);
        }

        return null;
    }

    private static (string Procedure, TransitionRule Transition)? Handler(Turn turn, string from, CaseId sender, string say)
    {
        // A round hears all of its zones; a zone hears the round it joined last and no other.
        if (turn.Case.ItemsOf != from && turn.State.Links.LastOrDefault(l => l.Name == from)?.Case != sender)
        {
            return null;
        }

        foreach (var procedure in turn.State.Procedures)
        {
            var rule = turn.Pack.Procedure(procedure.Name);
            var stage = rule.Stage(procedure.Stage);

            foreach (var transition in Transitions.Of(rule, stage))
            {
                if (transition.On is Trigger.Message m && m.From == from && m.Say == say && Guards.Fails(turn, procedure, transition, Empty.Inputs) is null)
                {
                    return (procedure.Id, transition);
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Link, CaseId To)> Recipients(Turn turn, Policies.Recipients to, StepContext context) => to switch
    {
        Policies.Recipients.Linked l => turn.State.Links.Where(x => x.Name == l.Name).TakeLast(1).Select(x => (x.Name, x.Case)),
        Policies.Recipients.ThisItem => context.Item is { } key ? [(turn.Case.ItemsOf!, new CaseId(key))] : [],
        Policies.Recipients.Chosen c => context.Keys(c.Input).Select(key => (turn.Case.ItemsOf!, new CaseId(key))),
        Policies.Recipients.Items i => turn.State.Items.Where(x => i.State is null || x.State == i.State)
            .Select(x => (turn.Case.ItemsOf!, new CaseId(x.Key))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The title always travels, so that a round can name what it lists.
    private static ImmutableSortedDictionary<string, string> With(Turn turn, ImmutableArray<string> names, StepContext context, CaseId to)
    {
        var with = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        with["title"] = turn.State.Title;
        foreach (var name in names)
        {
            with[name] = name switch
            {
                "objections" => $"{context.Procedure.Entries.FirstOrDefault(e => e.Key == to.Value)?.Objections ?? 0}",
                "rank" => turn.State.Item(to.Value)?.Place is { } place ? $"{place}" : "",
                "score" => turn.State.Item(to.Value)?.Score is { } score ? $"{score:0.00}" : "",
                "notice" => context.Procedure.Due is { } due ? Tellings.Text(due.Last) : "",
                _ when context.Given.TryGetValue(name, out var given) => given.ToString()!,
                _ when turn.State.Marks.TryGetValue(name, out var mark) => Tellings.Text(mark.Date),
                _ => "",
            };
        }

        return with.ToImmutable();
    }
}
