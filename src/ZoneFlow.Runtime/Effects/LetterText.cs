using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Effects;

/// <summary>Puts a letter's placeholders in: from the values frozen when it was issued, and the names of that day.</summary>
public sealed class LetterText(ICaseStore store, Parties parties)
{
    public async Task<(Label Title, Label Body)> RenderAsync(
        Pack pack, CaseState state, string template, ImmutableSortedDictionary<string, string> values, Confided? reason, DateOnly issued,
        CancellationToken cancellationToken)
    {
        var letter = pack.Letters[template];
        var all = await ValuesAsync(pack, state, values, reason, issued, cancellationToken);
        return (Fill(letter.Title, all), Fill(letter.Body, all));
    }

    /// <summary>Every placeholder's text: the frozen values, and the names of that day.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> ValuesAsync(
        Pack pack, CaseState state, ImmutableSortedDictionary<string, string> values, Confided? reason, DateOnly issued, CancellationToken cancellationToken) =>
        values.SetItem("applicant", await ApplicantAsync(state, issued, cancellationToken))
            .SetItem("city", await EndorserAsync(pack, state, cancellationToken))
            .SetItem("issuer", values.GetValueOrDefault("issuer") is { Length: > 0 } party ? await parties.NameAsync(new PartyId(party), issued, cancellationToken) : pack.Issuer)
            .SetItem("reason", reason is { } digest ? await ReasonAsync(state.Id, digest, cancellationToken) ?? "" : "");

    public async Task<string?> ReasonAsync(CaseId id, Confided reason, CancellationToken cancellationToken) =>
        (await store.ConfidedAsync(id, cancellationToken)).TryGetValue(reason.Digest, out var text) ? text.Text : null;

    private async Task<string> ApplicantAsync(CaseState state, DateOnly on, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var party in state.ApplicantParties)
        {
            names.Add(await parties.NameAsync(party, on, cancellationToken));
        }

        return string.Join('、', names);
    }

    private async Task<string> EndorserAsync(Pack pack, CaseState state, CancellationToken cancellationToken)
    {
        if (pack.Roles.Values.FirstOrDefault(r => r.Kind == RoleKind.Endorser) is not { } role || state.Region is null)
        {
            return "";
        }

        var holders = await parties.HoldersAsync(role.Name, state.Region, cancellationToken);
        return holders.Count > 0 ? holders[0].Name : role.Alias.TryGetValue(state.Region, out var alias) ? alias : role.Label.Zh;
    }

    private static Label Fill(Label text, ImmutableSortedDictionary<string, string> values) =>
        new(Fill(text.Zh, values.ToImmutableSortedDictionary(v => v.Key, v => InChinese(v.Value))), text.En is { } en ? Fill(en, values) : null);

    // A date on a Chinese document has no leading zeros (GB/T 9704-2012).
    private static string InChinese(string value) => CivilDate.TryParse(value, out var day) ? $"{day.Year}年{day.Month}月{day.Day}日" : value;

    private static string Fill(string text, ImmutableSortedDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
