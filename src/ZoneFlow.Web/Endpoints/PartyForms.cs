using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Reads what an operator typed about a party; everything is checked before the first signal is sent.</summary>
public sealed class PartyForms(RoleOptions options)
{
    private const int PlacesNamed = 6;

    private const int LongestName = 120;
    private static readonly Label Required = new("必填。", "Required.");

    public static IEnumerable<RefusalDetail> WrongWithName(Typed typed, string name) => typed.One(name) switch
    {
        null => [new RefusalDetail(name, Required)],
        { Length: > LongestName } => [new RefusalDetail(name, new Label($"不超过{LongestName}字。", $"At most {LongestName} characters."))],
        _ => [],
    };

    public static IEnumerable<RefusalDetail> WrongWithCode(Typed typed) =>
        typed.One("code") is { } code && (code.Length != 18 || !code.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
            ? [new RefusalDetail("code", new Label("统一社会信用代码为18位数字或大写字母。", "A unified social credit code has 18 digits or capital letters."))]
            : [];

    public static IEnumerable<RefusalDetail> WrongWithEmail(Typed typed)
    {
        try
        {
            _ = new Mailbox(typed.One("email") ?? "");
            return [];
        }
        catch (ArgumentException)
        {
            return [new RefusalDetail("email", new Label("这不是可用的电子邮箱地址。", "This is not a mail address that can be written to."))];
        }
    }

    /// <summary>The role as it would be granted, or what is wrong with it.</summary>
    public async Task<(DatedRole? Role, IReadOnlyList<RefusalDetail> Wrong)> RoleAsync(Typed typed, DateOnly usualFrom, CancellationToken cancellationToken)
    {
        var wrong = new List<RefusalDetail>();
        var (roles, _) = await options.AllAsync(cancellationToken);
        var from = DayOf(typed, "from", wrong) ?? usualFrom;
        var until = DayOf(typed, "until", wrong);
        if (until < from)
        {
            wrong.Add(new RefusalDetail("until", new Label("终止日期早于起始日期。", "The last day is before the first.")));
        }

        if (typed.One("role") is not { } role || roles.All(r => r.Value != role))
        {
            return (null, [new RefusalDetail("role", new Label("请选择角色。", "Choose a role.")), .. wrong]);
        }

        // A role that has no place is held for none, whatever was chosen.
        var (places, required) = await options.PlacesAsync(role, cancellationToken);
        var asked = places.Count > 0 ? typed.One("region") : null;
        var region = asked is null ? null : places.FirstOrDefault(p => p.Value == asked || p.Label.Zh == asked)?.Value;
        if (region is null && (required || asked is not null))
        {
            wrong.Add(new RefusalDetail("region", new Label(
                $"这一角色须选择地区或单位：{string.Join('、', places.Take(PlacesNamed).Select(p => p.Label.Zh))}{(places.Count > PlacesNamed ? "等" : "")}。",
                "This role is held for a region or a unit.")));
        }

        return wrong.Count == 0 ? (new DatedRole(role, region, from, until), []) : (null, wrong);
    }

    public static DateOnly RequiredDay(Typed typed, string name, List<RefusalDetail> wrong)
    {
        if (!typed.Values.ContainsKey(name) || typed.One(name) is null)
        {
            wrong.Add(new RefusalDetail(name, Required));
            return default;
        }

        return DayOf(typed, name, wrong) ?? default;
    }

    private static DateOnly? DayOf(Typed typed, string name, List<RefusalDetail> wrong)
    {
        if (typed.One(name) is not { } text)
        {
            return null;
        }

        if (CivilDate.TryParse(text, out var day))
        {
            return day;
        }

        wrong.Add(new RefusalDetail(name, new Label($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22.")));
        return null;
    }
}
