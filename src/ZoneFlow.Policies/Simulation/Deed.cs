using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>An action of somebody on a case, in the words of a script or a test.</summary>
/// <param name="Case">The case acted on.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Action">The pack's word for it.</param>
public sealed record Deed(CaseId Case, Actor Actor, string Action)
{
    public ImmutableSortedDictionary<string, FieldValue> Inputs { get; init; } =
        ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal);

    /// <summary>The slots brought along; null brings all that the action asks for.</summary>
    public ImmutableArray<string>? Files { get; init; }

    /// <summary>The criteria attested; null attests all that the action asks for.</summary>
    public ImmutableArray<string>? Attested { get; init; }

    public string? Reason { get; init; }

    /// <summary>The procedure meant; null finds the one that has the action now.</summary>
    public string? Procedure { get; init; }

    /// <summary>The visit it was shown for; null takes the present one.</summary>
    public int? Visit { get; init; }

    /// <summary>When its last byte arrived; null where that is now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}
