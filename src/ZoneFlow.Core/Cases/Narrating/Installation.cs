using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>Parties and the office itself.</summary>
internal static class Installation
{
    public static Label? Of(Change change) => change switch
    {
        Change.PartyRegistered c => new($"登记主体“{c.Name}”。", $"Party \"{c.Name}\" was registered."),
        Change.PartyRenamed c => new($"自{Words.Day(c.From)}起更名为“{c.Name}”。", $"Named \"{c.Name}\" from {Words.Day(c.From)}."),
        Change.RoleGranted c => Granted(c.Role),
        Change.RoleEnded c => new($"角色{c.Role}{c.Region}至{Words.Day(c.Last)}止。", $"The role {c.Role} {c.Region} ends on {Words.Day(c.Last)}."),
        Change.PersonAdded c => new($"增加人员{c.Person}。", $"Person {c.Person} was added."),
        Change.PersonRemoved c => new($"移除人员{c.Person}。", $"Person {c.Person} was removed."),
        Change.PersonSecured { Secured: true } c => new($"人员{c.Person}启用动态验证码。", $"Person {c.Person} uses a time-based code."),
        Change.PersonSecured c => new($"人员{c.Person}停用动态验证码。", $"Person {c.Person} no longer uses a time-based code."),
        Change.OfficeOpened c => new($"“{c.Name}”启用本系统。", $"\"{c.Name}\" began to use the system."),
        Change.PackUseChanged { InUse: true } c => new($"启用政策{c.Pack}。", $"Policy {c.Pack} was put in use."),
        Change.PackUseChanged c => new($"停用政策{c.Pack}，在办卷宗不变。", $"Policy {c.Pack} was taken out of use; running cases stay."),
        Change.PackPublished c => new($"发布政策{c.Revision}。", $"Policy {c.Revision} was published."),
        Change.CalendarLoaded c => new($"载入日历{c.Revision}。", $"Calendar {c.Revision} was loaded."),
        Change.SettingChanged c => new($"设置“{c.Name}”改为“{c.Value}”。", $"The setting \"{c.Name}\" is now \"{c.Value}\"."),
        _ => null,
    };

    private static Label Granted(DatedRole role)
    {
        var (zh, en) = role.Until is { } until ? ($"至{Words.Day(until)}", $" until {Words.Day(until)}") : ("", "");
        return new($"授予角色{role.Role}{role.Region}，自{Words.Day(role.From)}{zh}。", $"Given the role {role.Role} {role.Region} from {Words.Day(role.From)}{en}.");
    }
}
