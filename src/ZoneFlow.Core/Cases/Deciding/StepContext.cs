using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What the steps of one transition may refer to.</summary>
/// <param name="ProcedureId">The procedure that the transition belongs to.</param>
/// <param name="Procedure">It, as it was when the transition was taken.</param>
/// <param name="Given">Inputs of the action, or what a message brought.</param>
/// <param name="Item">The key of the item that the transition is about, or null.</param>
internal sealed record StepContext(
    string ProcedureId, Procedure Procedure, ImmutableSortedDictionary<string, FieldValue> Given, string? Item, Confided? Reason)
{
    /// <summary>The text of a value: an input, or what the procedure was started with.</summary>
    public string Text(Turn turn, Value value) => value switch
    {
        Value.Literal literal => literal.Text,
        Value.Today => Tellings.Text(turn.Today),
        Value.OfRound round when turn.Signal.LookedUp.RoundMarks.TryGetValue(round.Mark, out var day) => Tellings.Text(day),
        Value.OfRound round => throw new InvalidOperationException($"The round has no date {round.Mark}."),
        Value.Given given when Given.TryGetValue(given.Name, out var input) => input.ToString()!,
        Value.Given given when Procedure.With.TryGetValue(given.Name, out var with) => with,
        Value.Given given => throw new InvalidOperationException($"Nothing was given as {given.Name}."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public DateOnly Date(Turn turn, Value value) =>
        value is Value.Given given && Given.TryGetValue(given.Name, out var input) && input is FieldValue.Day day
            ? day.Value
            : DateOnly.ParseExact(Text(turn, value), "yyyy-MM-dd", null);

    /// <summary>The item keys chosen by an input; the item that the transition or its procedure is about where no input is named.</summary>
    public IEnumerable<string> Keys(string? input) => input switch
    {
        null => (Item ?? Units.ItemOf(Procedure)) is { } item ? [item] : [],
        _ => Given.TryGetValue(input, out var value) ? value is FieldValue.Many many ? many.Values : [value.ToString()!] : [],
    };
}
