using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>
/// Parties from a file of rows: each is checked cell by cell, and does what is not done yet. What a row says is known again by
/// its words, so that a file imported twice registers nothing twice.
/// </summary>
public sealed class PartyImport(PartyForms forms, PartyViews views, RoleOptions options, Parties parties, Registrar registrar)
{
    private const int MostRows = 2_000;

    public static IReadOnlyList<Label> Columns { get; } =
    [
        new("名称", "Name"), new("统一社会信用代码", "Code"), new("角色", "Role"), new("地区", "Region"), new("自", "From"), new("至", "Until"), new("姓名", "Person"),
        new("邮箱", "E-mail"),
    ];

    private static readonly string[] Fields = ["name", "code", "role", "region", "from", "until", "person", "email"];

    /// <summary>The rows below a heading, or what is wrong with the file as a whole.</summary>
    public static (IReadOnlyList<IReadOnlyList<string>> Rows, Refusal? Refusal) Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return ([], Wrong(new Label("请选择文件或粘贴内容。", "Choose a file, or paste its text.")));
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return ([], Wrong(new Label("文件不是UTF-8编码，请另存为“CSV UTF-8”后再选。", "The file is not in UTF-8; save it as such and choose it again.")));
        }

        var rows = CsvReader.Read(text);
        if (rows.Count == 0 || !rows[0].SequenceEqual(Columns.Select(c => c.Zh)))
        {
            return ([], Wrong(new Label(
                $"第一行应为列名：{string.Join(',', Columns.Select(c => c.Zh))}。", $"The first line must name the columns: {string.Join(',', Columns.Select(c => c.Zh))}.")));
        }

        return rows.Count > MostRows
            ? ([], Wrong(new Label($"一次不超过{MostRows}行。", $"At most {MostRows} rows at once.")))
            : ([.. rows.Skip(1)], null);
    }

    /// <summary>Checks every row and, where it is to be done, does what the right ones say.</summary>
    public async Task<IReadOnlyList<ImportLine>> RunAsync(IReadOnlyList<IReadOnlyList<string>> rows, Actor? by, CancellationToken cancellationToken)
    {
        var known = (await views.AllAsync(cancellationToken)).ToList();
        var (lines, added) = (new List<ImportLine>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (cells, i) in rows.Select((r, i) => (r, i)))
        {
            var values = new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>>(StringComparer.Ordinal);
            foreach (var (field, n) in Fields.Select((f, n) => (f, n)).Where(x => x.n < cells.Count && cells[x.n].Length > 0))
            {
                values[field] = [field == "role" ? await options.NamedAsync(cells[n], cancellationToken) : cells[n]];
            }

            var typed = new Typed(values);
            var (role, wrongRole) = await forms.RoleAsync(typed, parties.Today, cancellationToken);
            var wrong = new Dictionary<int, Label>();
            foreach (var detail in PartyForms.WrongWithName(typed, "name").Concat(PartyForms.WrongWithCode(typed)).Concat(wrongRole)
                .Concat(PartyForms.WrongWithName(typed, "person")).Concat(PartyForms.WrongWithEmail(typed)).Concat(TooMany(cells)))
            {
                wrong.TryAdd(Math.Max(0, Array.IndexOf(Fields, detail.Name)), detail.Message);
            }

            if (wrong.Count == 0 && Conflict(known, typed) is { } conflict)
            {
                wrong[1] = conflict;
            }

            lines.Add(new ImportLine(i + 2, cells, wrong, wrong.Count > 0 ? [] : await DoAsync(known, added, typed, role!, by, cancellationToken)));
        }

        return lines;
    }

    private async Task<IReadOnlyList<Label>> DoAsync(
        List<PartyRow> known, HashSet<string> added, Typed typed, DatedRole role, Actor? by, CancellationToken cancellationToken)
    {
        var (name, person, email) = (typed.One("name")!, typed.One("person")!, typed.One("email")!);
        var does = new List<Label>();
        var party = Find(known, typed)?.Id ?? new PartyId(Id("party", name));
        if (known.All(k => k.Id != party))
        {
            does.Add(new Label("登记主体", "party"));
            known.Add(new PartyRow(party, name, typed.One("code"), [], 0));
            if (by is not null)
            {
                Accepted(await registrar.RegisterPartyAsync(new SignalId($"import/{party}"), by, party.Value, name, typed.One("code"), cancellationToken));
            }
        }

        var row = known.First(k => k.Id == party);
        if (!row.Roles.Contains(role))
        {
            does.Add(new Label("授予角色", "role"));
            known[known.IndexOf(row)] = row with { Roles = row.Roles.Add(role) };
            if (by is not null)
            {
                Accepted(await registrar.GrantAsync(new SignalId($"import/{Id("role", $"{party}|{role}")}"), by, party, role, cancellationToken));
            }
        }

        if (added.Add($"{party}|{email}") && (await parties.PeopleAsync(party, cancellationToken)).All(p => p.Email != email))
        {
            does.Add(new Label("增加人员", "person"));
            if (by is not null)
            {
                var id = new PersonId(Id("person", $"{party}|{email}"));
                Accepted(await registrar.AddPersonAsync(new SignalId($"import/{id}"), by, party, id, person, email, cancellationToken));
            }
        }

        return does.Count > 0 ? does : [new Label("已登记", "there already")];
    }

    // A name or a code that is known is that party; each must then be the other's.
    private static PartyRow? Find(IEnumerable<PartyRow> known, Typed typed) =>
        known.FirstOrDefault(k => typed.One("code") is { } code && k.Code == code) ?? known.FirstOrDefault(k => k.Name == typed.One("name"));

    private static Label? Conflict(IEnumerable<PartyRow> known, Typed typed) => Find(known, typed) is not { } party ? null
        : party.Name != typed.One("name") ? new Label($"该代码已登记为“{party.Name}”。", $"This code is \"{party.Name}\"'s.")
        : party.Code is { } code && typed.One("code") is { } other && code != other ? new Label($"“{party.Name}”登记的代码是{code}。", $"\"{party.Name}\" has the code {code}.")
        : null;

    private static IEnumerable<RefusalDetail> TooMany(IReadOnlyList<string> cells) => cells.Skip(Fields.Length).Any(c => c.Length > 0)
        ? [new RefusalDetail("email", new Label("本行列数过多。", "This row has too many cells."))]
        : [];

    // A role is written as the policy calls it, or by its own name.
    private static string Id(string kind, string of) => $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 16))}";

    private static void Accepted(Answer answer)
    {
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"What was checked was refused ({refusal.Rule}): {refusal.Message}");
        }
    }

    private static Refusal Wrong(Label message) => new("inputs-wrong", message, null, [new RefusalDetail("csv", message)]);
}
