using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>One entry of the journal, in words.</summary>
/// <param name="Sentences">What it did.</param>
/// <param name="Hash">The entry's hash in the chain, in hexadecimal.</param>
public sealed record EventLine(long Sequence, DateTimeOffset At, string? By, IReadOnlyList<Label> Sentences, string Hash);
