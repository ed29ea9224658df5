using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Comparing;

/// <summary>The parts of a pack and their values in words.</summary>
internal static class Words
{
    private const string Table =
        """
        Title 名称 title;Issuer 制定机关 issuer;Effective 施行日期 in force;Reckoning 期限计算 reckoning;Roles 角色 role;Regions 地区 regions;Documents 材料 document
        Form 申报项 form field;Criteria 条件 criterion;Marks 推算日期 derived date;Bans 禁止申报 ban;Outcomes 处理结果 outcome;Cases 事项 case;Procedures 程序 procedure
        Duties 应报事项 duty;Letters 文书 letter;Items 事项清单 item;Funds 资金规则 fund rule;Clauses 条款 clause;Name 标识 name;Label 名称 label;Kind 类别 kind
        Alias 各地称谓 alias;NamedBy 指定者 named by;PerItem 逐项 per item;Source 依据 source;CountFirstDay 当日计入 first day counted;Roll 顺延 roll
        Slot 标识 slot;Public 公开 public;Free 其他材料 free;Type 类型 type;Required 必填 required;Section 分组 section;Private 不公开 private;Unique 唯一 unique
        Kept 留存 kept;Group 组别 group;Test 检验 test;Judge 审查者 judge;RelaxedBy 放宽者 relaxed by;Relax 放宽内容 relax;After 起算日期 counted from;For 期间 for
        Subject 对象 subject;AlsoWarn 并提示 also warn;Scope 范围 scope;From 起算 from;Standing 状态 standing;BanChoice 可选禁期 choice of ban
        OpenedBy 发起 opened by;OpensWith 起始程序 opens with;Standings 状态 standing;Flags 标记 flag;ItemsOf 对象类别 items of;ItemStates 对象状态 item state
        JoinsRound 参加批次 joins a round;Final 终局 final;Case 所属事项 case;First 起始环节 first stage;Runs 次数 runs;Key 标识 key;Anywhere 随时可办 anywhere
        Blocks 限制 blocks;Stages 环节 stage;Transitions 操作 action;By 办理者 by;Collective 集体决定 collective;Pauses 中止期限 pauses;Due 期限 due
        Reminders 提醒 reminders;Optional 可选事项 optional act;Rule 规则 rule;Until 截止日期 until;Watched 知会 watched by;AskAgain 催办间隔 asked again every
        Result 结果 result;On 触发 on;Needs 所需材料 needs;Meets 须符合 meets;Judges 须审查 judges;ReasonRequired 须说明理由 reason required;Finding 认定 finding
        Ask 填写项 input;LooksUp 查询 looks up;If 前提 if;Settles 了结义务 settles;SecondFactor 动态验证码 time-based code;AfterDue 期满后 after due;Each 逐一 each
        Do 执行 does;To 去向 to;Starts 启动程序 starts;While 存续状态 while;Schedule 周期 schedule;LeastOverlap 最短重叠 least overlap;Replaces 代替 replaces
        HeldBy 停办条件 held by;WhenHeld 停办方式 when held;WhenLifeEnds 期满处理 when its life ends;ItemState 对象状态 item state;OverlapSource 重叠依据 source of the overlap
        Body 正文 body;Lead 牵头单位 lead;Responsible 责任单位 responsible;Instruments 手段 instruments;Indicators 指标 indicator;AtLeast 下限 at least;Unit 单位 unit
        Basis 口径 basis;Baseline 基年 baseline;Share 占比项 share;Of 对象 of;WarnAt 预警时点 warns at;BlockAt 停拨时点 blocks at;Article 条文 article;Text 内容 text;Role 角色 role
        Roles 角色 role;All 全部 all;Rungs 提醒时点 rungs;OverdueTell 逾期告知 overdue: tell;ThenAfter 再过 then after;ThenTell 再告知 then tell;Within 期限 within;Input 填写项 input
        Budget 期间 length;Mark 日期 date;Act 操作 action;Late 逾期规则 late rule;EntriesInState 名单 entries;ObjectionsFrom 异议人 objections from
        ObjectorsNamed 须署名 objectors named;ObjectionSource 异议依据 source of objections;OverItems 评分对象 scores;SeatedBy 聘请者 seated by;FewestSeats 最少人数 fewest seats
        MostSeats 最多人数 most seats;PresetSeats 通常人数 usual seats;LowestScore 最低分 lowest score;HighestScore 最高分 highest score;Weights 权重 weight
        TiesToMeeting 同分提请会议 ties to the meeting;Always 始终可办 always;OpensBefore 提前开放 opens before;Opens 开放日 opens;CoversPreviousYear 报上一年 covers the year before
        Years 间隔年数 years;Anchor 起算日期 anchor;NotBeforeAnniversary 不早于周年 not before the anniversary;Longest 最长 longest;Least 下限 least;Most 上限 most;Preset 预设 preset
        NotAfterToday 不晚于当日 not after today;NotBefore 不早于 not before;Options 选项 options;OutsideNeedsReason 超出须说明 outside needs a reason;Columns 栏目 columns
        MostRows 最多行数 most rows;State 状态 state;Ranked 排序 ranked;AtMost 上限 at most;ChosenFrom 选自 chosen from
        Guards 前提 conditions;Tests 检验 tests;Outcome 处理结果 outcome;Bound 界限 bound;Count 个数 count;Field 申报项 field;Fields 申报项 fields;Letter 文书 letter
        Values 取值 values;Value 取值 value;Ban 禁止申报 ban;Second 后一日期 later date;Targets 目标值 target;Instrument 制度文件 instrument;LeadFrom 牵头单位来源 lead from
        Link 关联事项 link;Template 文书 template;Flag 标记 flag;Say 消息 message;Subjects 对象 subjects;LookUp 查询 look-up;Procedure 程序 procedure;Part 部分 part
        Whole 总量 whole;Amounts 金额 amounts;As 记作 entered as;Dated 日期 dated;Entry 登记项 entry;OnlyInStanding 仅限状态 only in standing;With 附带 with
        Format 格式 layout;Mailed 邮件送达 mailed;Demand 依需出具 on demand;Overdue 逾期时 when overdue;Sheet 申报书版式 printed form;Cover 封面 cover;Foot 落款 foot;Parts 表格 tables
        Rows 行 rows;Cells 格 cells;Heading 标题 heading;Choices 选项 choices;Note 说明 note;Wide 宽 width;Tall 行数 rows spanned;Lines 行高 lines;Sealed 盖章 sealed;Beside 旁栏 beside;Document 材料 document
        Names 名称 names;Date 日期 date;Except 除外 except;Rosters 名录 roster;Counts 计数 count;Watch 监测 watch;Tell 告知 tells;Where 其中 where;Is 为 is;Sum 合计 sum of
        Keep 保管期限 keeping;Readings 查阅记录保管期限 readings kept
        Facts 公开项 public facts;Dates 公开日期 public dates
        """;

    private static readonly Dictionary<string, Label> Parts = Table.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', 3)).DistinctBy(p => p[0]).ToDictionary(p => p[0], p => new Label(p[1], p[2]), StringComparer.Ordinal);

    /// <summary>What a part of a record is called; its own name where it has no word.</summary>
    public static Label Of(string part) => Parts.TryGetValue(part, out var label) ? label : new Label(part, part);

    /// <summary>The word <c>by</c> is a person of a stage and a day of a schedule.</summary>
    public static Label Of(PropertyInfo part) => part.Name == "By" && part.PropertyType != typeof(ActorRule) && part.PropertyType != typeof(string) ? new Label("截止日", "due day") : Of(part.Name);

    public static bool Knows(string part) => Parts.ContainsKey(part);

    public static Label Named(Label kind, string name, object construct)
    {
        var label = construct as Label ?? construct.GetType().GetProperty("Label")?.GetValue(construct) as Label;
        return label is null || label.Zh.Length == 0
            ? new Label($"{kind.Zh}“{name}”", $"{kind.En} {name}")
            : new Label($"{kind.Zh}“{label.Zh}”（{name}）", $"{kind.En} \"{label.En ?? label.Zh}\" ({name})");
    }

    public static Label Sentence(ImmutableArray<Label> path, string zh, string en) => new(
        path.IsEmpty ? zh : $"{string.Join('›', path.Select(p => p.Zh))}：{zh}", path.IsEmpty ? en : $"{string.Join(" › ", path.Select(p => p.En))}: {en}");

    /// <summary>A value as people say it.</summary>
    public static Label Text(object? value) => value switch
    {
        null => new Label("无", "none"),
        true => new Label("是", "yes"),
        false => new Label("否", "no"),
        string s => new Label(s, s),
        Label l => new Label(l.Zh, l.En ?? l.Zh),
        Enum e => KindWords.Of(e),
        Source s => new Label(s.ToString(), s.ToString()),
        Period p => Length(p),
        DateOnly d => Same($"{d:yyyy-MM-dd}"),
        decimal d => Same(d.ToString(CultureInfo.InvariantCulture)),
        ITuple t => Joined(Enumerable.Range(0, t.Length).Select(i => Text(t[i])), "."),
        IDictionary d => Joined(d.Keys.Cast<object>().Select(k => Pair(Same($"{k}"), Text(d[k]))), "、"),
        IEnumerable e => e.Cast<object?>().ToList() is { Count: > 0 } all ? Joined(all.Select(Text), "、") : new Label("无", "none"),
        _ when PackDifference.IsPlain(value.GetType()) => Same(string.Format(CultureInfo.InvariantCulture, "{0}", value)),
        _ => Record(value),
    };

    private static Label Record(object value)
    {
        var parts = PackDifference.PartsOf(value.GetType()).Where(p => p.GetValue(value) is not (null or false or Source))
            .Select(p => Pair(Of(p.Name), Text(p.GetValue(value)))).ToList();
        var kind = KindWords.Of(value.GetType());
        return parts.Count == 0
            ? kind
            : new Label($"{kind.Zh}（{string.Join('，', parts.Select(p => p.Zh))}）", $"{kind.En} ({string.Join(", ", parts.Select(p => p.En))})");
    }

    private static Label Pair(Label name, Label value) => new($"{name.Zh}{value.Zh}", $"{name.En} {value.En}");

    private static Label Joined(IEnumerable<Label> all, string zh) => all.ToList() is var list
        ? new Label(string.Join(zh, list.Select(l => l.Zh)), string.Join(zh == "、" ? ", " : zh, list.Select(l => l.En)))
        : throw new System.Diagnostics.UnreachableException();

    private static Label Same(string text) => new(text, text);

    private static Label Length(Period period) => period.Unit switch
    {
        PeriodUnit.Days => new($"{period.Count}日", $"{period.Count} days"),
        PeriodUnit.WorkingDays => new($"{period.Count}个工作日", $"{period.Count} working days"),
        PeriodUnit.Months => new($"{period.Count}个月", $"{period.Count} months"),
        _ => new($"{period.Count}年", $"{period.Count} years"),
    };
}
