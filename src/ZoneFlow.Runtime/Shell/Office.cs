using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Shell;

/// <summary>The office's own case: which packs new cases open under.</summary>
public sealed class Office(Cases cases, Rulebooks rulebooks)
{
    public async Task<string> NameAsync(CancellationToken cancellationToken) =>
        await cases.FindAsync(Registrar.Office, cancellationToken) is var (state, _) ? state.Title : "";

    /// <summary>The packs in use by name, the office's own first: where two have a role of one name, its words are the ones to use.</summary>
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

        return [.. packs.OrderBy(p => p.Issuer == state.Title ? 0 : 1)];
    }

    public async Task<Pack?> PackAsync(string name, CancellationToken cancellationToken) =>
        (await PacksAsync(cancellationToken)).FirstOrDefault(p => p.Id == name);
}
