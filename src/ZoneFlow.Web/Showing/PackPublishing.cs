using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Showing;

/// <summary>Reads, checks and publishes a pack's files, by path with forward slashes. The head brings it.</summary>
/// <param name="Check">The pack, null where it cannot be published, and what is to be said of it.</param>
/// <param name="Pack">The files as they are stored, and back again.</param>
/// <param name="PublishAsync">Puts it in use for new cases; false where that revision already is.</param>
public sealed record PackPublishing(
    Func<IReadOnlyDictionary<string, byte[]>, PackChecked> Check, Func<IReadOnlyDictionary<string, byte[]>, byte[]> Pack,
    Func<byte[], IReadOnlyDictionary<string, byte[]>> Unpack, Func<IReadOnlyDictionary<string, byte[]>, Pack, Actor, CancellationToken, Task<bool>> PublishAsync)
{
    public static PackPublishing None { get; } = new(_ => new PackChecked(null, []), _ => [], _ => new Dictionary<string, byte[]>(), (_, _, _, _) => Task.FromResult(false));
}
