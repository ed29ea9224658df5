using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Migrating;

/// <summary>What moving to another revision would do to one case, or did.</summary>
/// <param name="Refusal">Why it stays under the revision it has; null where it moves.</param>
/// <param name="Differences">What is otherwise afterwards, one sentence each; nothing but the revision where empty.</param>
public sealed record CaseMigration(
    CaseId Case, string Kind, string Number, string Title, PackRevision From, Refusal? Refusal, ImmutableArray<Label> Differences);
