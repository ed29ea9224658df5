using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Reads a script's line as members of a roster. Bodies that a script only names have codes that follow from their names.</summary>
internal static class RosterFiller
{
    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly string[] Own = ["as", "many", "from", "until"];

    /// <exception cref="FormatException">The line says what the roster does not ask for.</exception>
    public static IEnumerable<RosterMember> Members(Pack pack, string roster, ImmutableSortedDictionary<string, string> line)
    {
        var rule = pack.Roster(roster) ?? throw new FormatException($"The pack has no roster '{roster}'.");
        var name = line.GetValueOrDefault("as") ?? throw new FormatException("A member says who it is: as.");
        var values = line.Where(v => !Own.Contains(v.Key)).ToImmutableSortedDictionary(
            v => v.Key,
            v => rule.Columns.FirstOrDefault(c => c.Name == v.Key) is { } column ? FormFiller.Value(column, [v.Value]) : throw new FormatException($"'{roster}' has no column '{v.Key}'."),
            StringComparer.Ordinal);
        var (from, until) = (Day(line.GetValueOrDefault("from") ?? throw new FormatException("A member says when it came: from.")), line.TryGetValue("until", out var left) ? Day(left) : (DateOnly?)null);
        if (!line.TryGetValue("many", out var many))
        {
            yield return new RosterMember(Code(name), name, from, until, values);
            yield break;
        }

        for (var i = 1; i <= int.Parse(many, CultureInfo.InvariantCulture); i++)
        {
            yield return new RosterMember(Code($"{name}{i}"), $"{name}{i}", from, until, values);
        }
    }

    /// <summary>The code of a body that there is only in a script: the same for the same name, with its check digit.</summary>
    public static string Code(string name)
    {
        var hash = name.Aggregate(14695981039346656037UL, (h, c) => (h ^ c) * 1099511628211UL);
        var body = $"91110108M{string.Concat(Enumerable.Range(0, 8).Select(_ =>
        {
            var sign = Signs[(int)(hash % 31)];
            hash /= 31;
            return sign;
        }))}";
        return body + SocialCreditCode.CheckOf(body);
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : throw new FormatException($"'{text}' is no date; write 2018-06-15.");
}
