using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Hosting;

/// <summary>Publishes an office's own revision of a pack: checked first, stored by its hash, and in use for new cases from then on.</summary>
internal sealed class PackShelf(ICaseStore store, Runtime.Shell.Cases cases, Registrar registrar, TimeProvider time)
{
    /// <summary>The setting that says that a pack's revision in use is the office's own, so that a later release does not take its place.</summary>
    public static string OwnSetting(string pack) => $"own-pack/{pack}";

    /// <summary>What is wrong with a pack's files, as <c>check</c> says it; the pack where nothing keeps it from being published.</summary>
    public static (Pack? Pack, IReadOnlyList<Finding> Findings) Check(IReadOnlyDictionary<string, byte[]> files)
    {
        var reading = PackFolder.ReadFiles(files);
        if (reading.Pack is not { } pack)
        {
            return (null, [.. reading.Problems.Select(p => new Finding("unreadable", Severity.Error, p.File, p.Line, p.Message))]);
        }

        var findings = Linter.Check(pack, reading.Positions);
        return (findings.Any(f => f.Severity == Severity.Error) ? null : pack, findings);
    }

    /// <summary>What the page of an operator needs of it.</summary>
    public PackPublishing Publishing => new(
        files =>
        {
            var (pack, findings) = Check(files);
            return new PackChecked(
                pack, [.. findings.Select(f => new PackRemark(f.Severity == Severity.Error, f.Line > 0 ? $"{f.File}:{f.Line}" : f.File, f.Rule, f.Sentence))]);
        },
        PackBytes.Of, bytes => PackBytes.Open(bytes), PublishAsync);

    /// <summary>Puts it in use for new cases; false where it already is. Running cases stay under the revision they have.</summary>
    public async Task<bool> PublishAsync(IReadOnlyDictionary<string, byte[]> files, Pack pack, Actor by, CancellationToken cancellationToken)
    {
        var office = (await cases.FindAsync(Registrar.Office, cancellationToken))!.Value.State.Office!;
        if (office.Packs.TryGetValue(pack.Id, out var inUse) && inUse == pack.Revision)
        {
            return false;
        }

        await FirstStart.PublishAsync(store, files, cancellationToken);
        var own = new SignalBody.ChangeSetting(OwnSetting(pack.Id), pack.Revision.Hash);
        foreach (var body in new SignalBody[] { own, new SignalBody.PublishPack(pack.Revision) })
        {
            var answer = await cases.SendAsync(
                new SignalRequest(registrar.NewSignal(), Registrar.Office, time.GetUtcNow(), by, body, []), cancellationToken);
            if (answer.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"The office refused ({refusal.Rule}): {refusal.Message}");
            }
        }

        return true;
    }
}
