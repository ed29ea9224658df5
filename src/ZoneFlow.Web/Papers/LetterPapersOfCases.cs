using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Rendering;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Papers;

/// <summary>The letters of cases as papers: the template with its frozen values and the names of that day, or the bytes that were kept.</summary>
public sealed class LetterPapersOfCases(ICaseStore store, LetterText texts, LookUpCodes codes, ShellOptions options)
{
    public const string PageType = "text/html; charset=utf-8";

    public Task<IReadOnlyList<IssuedLetter>> AllAsync(CaseId id, CancellationToken cancellationToken) => LettersOf.CaseAsync(store, id, cancellationToken);

    public async Task<IssuedLetter?> FindAsync(CaseId id, string key, CancellationToken cancellationToken) =>
        (await AllAsync(id, cancellationToken)).FirstOrDefault(l => l.Key == key);

    /// <param name="number">Its 文号; null while it has none.</param>
    public async Task<Paper> PaperAsync(Pack pack, CaseState state, IssuedLetter letter, string? number, CancellationToken cancellationToken)
    {
        var rule = pack.Letters[letter.Row.Template];
        var values = await ValuesAsync(pack, state, letter, cancellationToken);
        var paper = LetterPapers.Of(rule, values, number, Copies(pack, rule, values));
        return letter.Row.Supersedes is { } first && await FindAsync(state.Id, first, cancellationToken) is { } corrected
            ? paper with { Remark = $"本文书更正并替代{Typography.Date(CivilDate.Of(corrected.Row.At))}出具的{(corrected.Paper?.Number is { } old ? $"{old}" : "")}《{paper.Title[0]}》。" }
            : paper;
    }

    public async Task<Label> TitleAsync(Pack pack, CaseState state, IssuedLetter letter, CancellationToken cancellationToken) =>
        (await texts.RenderAsync(pack, state, letter.Row.Template, letter.Row.Values, letter.Row.Reason, CivilDate.Of(letter.Row.At), cancellationToken)).Title;

    /// <summary>A paper as the bytes that are kept: a page that needs nothing beside it, and the text document.</summary>
    public static async Task<(byte[] Page, byte[] Docx)> RenderAsync(Paper paper) => (
        Encoding.UTF8.GetBytes(await PageRenderer.RenderAsync<PaperPage, PaperPageModel>(new PaperPageModel(paper, PaperStyles.Text))), PaperDocx.Of(paper));

    /// <summary>The revision of a template: a digest of its own words and layout.</summary>
    public static string TemplateRevision(LetterRule letter) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{letter.Name}\n{letter.Format}\n{letter.Title.Zh}\n{letter.Title.En}\n{letter.Body.Zh}\n{letter.Body.En}")));

    private async Task<ImmutableSortedDictionary<string, string>> ValuesAsync(Pack pack, CaseState state, IssuedLetter letter, CancellationToken cancellationToken)
    {
        var values = await texts.ValuesAsync(pack, state, letter.Row.Values, letter.Row.Reason, CivilDate.Of(letter.Row.At), cancellationToken);
        values = values.ToImmutableSortedDictionary(v => v.Key, v => Typography.Value(v.Value), StringComparer.Ordinal);
        return pack.Letters[letter.Row.Template].Placeholders.Contains("certificate-code")
            ? values.SetItem("look-up", $"{options.BaseAddress}{SitePaths.LookUp}").SetItem("certificate-code", await codes.CertificateAsync(state.Id, cancellationToken))
            : values;
    }

    // 抄送: the offices it is served on beside its recipient.
    private static string? Copies(Pack pack, LetterRule letter, ImmutableSortedDictionary<string, string> values) =>
        letter.To.Any(r => pack.Roles[r].Kind == RoleKind.Endorser) && values["city"] is { Length: > 0 } city && city != values["issuer"] ? city : null;
}
