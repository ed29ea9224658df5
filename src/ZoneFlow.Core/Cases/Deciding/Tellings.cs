using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Mails, as effects that carry all they are rendered from.</summary>
internal static class Tellings
{
    public static void Tell(
        Turn turn, TellKind kind, IEnumerable<string> roles, Procedure? procedure, Deadline? due, DateTimeOffset notBefore, Confided? reason = null)
    {
        var values = Values(turn, procedure, due);
        foreach (var to in roles.SelectMany(role => Holders.Audiences(turn.Pack, turn.State, procedure, role)).Distinct()
            .Where(a => kind != TellKind.Reminder || procedure is null || !Holders.HasSigned(procedure, a)))
        {
            Tell(turn, kind, to, null, procedure, values, notBefore, reason);
        }
    }

    public static void Tell(
        Turn turn, TellKind kind, Audience to, string? template, Procedure? procedure,
        ImmutableSortedDictionary<string, string> values, DateTimeOffset notBefore, Confided? reason)
    {
        if (to.Party is null && turn.Pack.Roles.TryGetValue(to.Role, out var rule) && rule.Kind is RoleKind.Applicant or RoleKind.Expert)
        {
            return;
        }

        turn.Effect(id => new Effect.Tell(id, notBefore, kind, to, template, procedure?.Id, procedure?.Visit ?? 0, values, reason));
    }

    /// <summary>The placeholders of a mail or letter and their texts, frozen as they are now.</summary>
    public static ImmutableSortedDictionary<string, string> Values(Turn turn, Procedure? procedure, Deadline? due) => Known(turn, procedure, due).ToImmutable();

    /// <summary>The same for a letter, which says some of them in its own way and has more.</summary>
    public static ImmutableSortedDictionary<string, string>.Builder Known(Turn turn, Procedure? procedure, Deadline? due)
    {
        var state = turn.State;
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        values["zone"] = state.Title;
        values["number"] = state.Number;
        values["region"] = state.Region ?? "";
        values["date"] = Text(turn.Today);
        values["office"] = turn.Pack.Issuer;
        values["policy"] = turn.Pack.Title.Zh;
        foreach (var (name, mark) in state.Marks)
        {
            values[name] = Text(mark.Date);
        }

        if (procedure is not null)
        {
            var rule = turn.Pack.Procedure(procedure.Name);
            values["procedure"] = rule.Label.Zh;
            values["procedure-en"] = rule.Label.En ?? rule.Label.Zh;
            if (procedure.Stage.Length > 0)
            {
                var stage = rule.Stage(procedure.Stage);
                values["stage"] = stage.Label.Zh;
                values["stage-en"] = stage.Label.En ?? stage.Label.Zh;
                values["article"] = stage.Source?.ToString() ?? "";
            }

            if (Units.ItemOf(procedure) is { } item)
            {
                values["item"] = state.Item(item)?.Title ?? item;
                values["lead"] = Lead(turn, item);
            }

            foreach (var (name, value) in procedure.With)
            {
                values[$"with.{name}"] = value;
            }
        }

        if (due is not null)
        {
            values["due"] = Text(due.Last);
            values["due-id"] = due.Id;
            values["due-effect"] = due.Source.Effect == LegalEffect.Statutory ? "statutory" : "norm";
            values["due-source"] = due.Source.ToString();
            values["due-provisional"] = due.Provisional ? "yes" : "no";
        }

        return values;
    }

    private static string Lead(Turn turn, string item) => string.Join('、', turn.Pack.Roles.Values.Where(r => r.Kind == RoleKind.Lead)
        .SelectMany(r => Units.Of(turn.Pack, turn.State, item, r.Name)).Distinct().Select(u => turn.Pack.Units.TryGetValue(u, out var unit) ? unit.Label.Zh : u));

    public static string Text(DateOnly date) => date.ToString("O", null);
}
