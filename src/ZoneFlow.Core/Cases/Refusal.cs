using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What an office expects to be refused: the rule, in words for the person, with its article.</summary>
/// <param name="Rule">A stable name: <c>not-yours</c>, <c>late</c>, <c>criterion-unmet</c>.</param>
/// <param name="Details">One line for each field, document or criterion that is wrong.</param>
public sealed record Refusal(string Rule, Label Message, Source? Source, ImmutableArray<RefusalDetail> Details)
{
    public Refusal(string rule, string zh, string en, Source? source = null)
        : this(rule, new Label(zh, en), source, [])
    {
    }
}
