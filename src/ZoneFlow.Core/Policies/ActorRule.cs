using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>Who may act: any one of some roles, or every one of them (会签).</summary>
public sealed record ActorRule(ImmutableArray<string> Roles, bool All)
{
    /// <summary>The person who opened the procedure.</summary>
    public const string Opener = "opener";

    /// <summary>Whoever held the stage that sent the file back.</summary>
    public const string Returner = "returner";

    public static ActorRule One(string role) => new([role], false);
}
