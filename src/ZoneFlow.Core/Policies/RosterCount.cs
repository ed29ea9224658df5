using ZoneFlow.Core.Cases;

namespace ZoneFlow.Core.Policies;

/// <summary>One number that is counted from a roster.</summary>
/// <param name="Name">The field of the form whose answer it is.</param>
/// <param name="Where">Only the members for which this column is so, or null: every one.</param>
/// <param name="Is">What the column must say; yes where it is null.</param>
/// <param name="Sum">The column that is added up, or null: members are counted.</param>
public sealed record RosterCount(string Name, string? Where, string? Is, string? Sum)
{
    /// <summary>What one member adds to it.</summary>
    public decimal Of(RosterMember member)
    {
        if (Where is { } column && !(member.Values.TryGetValue(column, out var said) && said.ToString() == (Is ?? "yes")))
        {
            return 0;
        }

        return Sum is null ? 1 : member.Values.TryGetValue(Sum, out var value) && value is FieldValue.Number number ? number.Value : 0;
    }
}
