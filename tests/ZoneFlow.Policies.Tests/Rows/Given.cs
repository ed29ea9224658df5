using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Tests.Rows;

internal static class Given
{
    /// <summary>Inputs for an action, each of a field that it asks for.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> ToImmutableSortedInputs(
        this ImmutableArray<FieldRule> asked, params (string Name, FieldValue Value)[] inputs)
    {
        Assert.All(inputs, i => Assert.Contains(asked, f => f.Name == i.Name));
        return inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
    }
}
