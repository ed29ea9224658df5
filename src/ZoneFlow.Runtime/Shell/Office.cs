using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Shell;

/// <summary>The office's own case: which packs are published, and under which of them new cases open.</summary>
public sealed class Office(Cases cases, Rulebooks rulebooks)
{
    public async Task<string> NameAsync(CancellationToken cancellationToken) =>
        await cases.FindAsync(Registrar.Office, cancellationToken) is var (state, _) ? state.Title : "";

    /// <summary>
    /// The packs published here, those in use first and among them the office's own: where two have a role of one name, the words of
    /// the first are the ones to use.
    /// </summary>
    public async Task<IReadOnlyList<Pack>> PacksAsync(CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(Registrar.Office, cancellationToken) is not var (state, _))
        {
            return [];
        }

        var packs = new List<Pack>();
        foreach (var revision in state.Office!.Packs.Values)
        {
            packs.Add((await rulebooks.ForAsync(revision, cancellationToken)).Policy);
        }

        return [.. packs.OrderBy(p => state.Office!.OutOfUse.Contains(p.Id) ? 1 : 0).ThenBy(p => p.Issuer == state.Title ? 0 : 1)];
    }

    /// <summary>The latest revision published of a pack, in use or not; null where none is.</summary>
    public async Task<Pack?> PublishedAsync(string name, CancellationToken cancellationToken) =>
        (await PacksAsync(cancellationToken)).FirstOrDefault(p => p.Id == name);

    /// <summary>The packs under which new cases open, in the same order.</summary>
    public async Task<IReadOnlyList<Pack>> InUseAsync(CancellationToken cancellationToken) =>
        await cases.FindAsync(Registrar.Office, cancellationToken) is var (state, _)
            ? [.. (await PacksAsync(cancellationToken)).Where(p => !state.Office!.OutOfUse.Contains(p.Id))]
            : [];

    /// <summary>The pack of a name under which new cases open, or null.</summary>
    public async Task<Pack?> PackAsync(string name, CancellationToken cancellationToken) =>
        (await InUseAsync(cancellationToken)).FirstOrDefault(p => p.Id == name);
}
