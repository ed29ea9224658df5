using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>An action that starts a procedure on its own.</summary>
/// <param name="Act">What it asks for and does; its destination is the procedure's first stage.</param>
/// <param name="While">The standings it is open in; empty means any.</param>
/// <param name="Late">How lateness is judged of something that had already happened when it was filed, or null.</param>
public sealed record OpeningRule(TransitionRule Act, ImmutableArray<string> While, LateRule? Late)
{
    public string Action => Act.Word;
}
