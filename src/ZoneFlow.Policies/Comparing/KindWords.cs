using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Comparing;

/// <summary>What the kinds of construct and of choice are called that a pack's parts may hold, where one takes another's place.</summary>
internal static class KindWords
{
    private const string Table =
        """
        CriterionTest.AtLeast 不少于 at least;CriterionTest.AtMost 不多于 at most;CriterionTest.Is 为 is;CriterionTest.IsNot 不为 is not;CriterionTest.HasAll 全部具备 has all of
        CriterionTest.SumAtLeast 合计不少于 sum of at least;CriterionTest.RatioAtLeast 占比不低于 ratio of at least;CriterionTest.YearsBefore 满年数 full years
        CriterionTest.Any 任一 any of;CriterionTest.All 全部 all of;Destination.Stage 转入环节 to the stage;Destination.Back 回到退回的环节 back to whoever returned it
        Destination.Stay 留在本环节 stays;DueRule.None 不设期限 no date;DueRule.Within 期限内 within;DueRule.At 至某日 on a date;DueRule.ByDuty 随义务 as its duty
        DutySchedule.Once 一次 once;DutySchedule.Yearly 每年 every year;DutySchedule.PartYearly 每年数次 several times a year;DutySchedule.EveryYears 每数年 every few years
        FieldType.Text 文字 text;FieldType.Whole 整数 whole number;FieldType.Number 数 number;FieldType.Money 金额 amount of money;FieldType.YesNo 是否 yes or no
        FieldType.Date 日期 date;FieldType.Choice 单选 one choice;FieldType.Several 多选 several choices;FieldType.Span 时长 length of time;FieldType.Table 表格 table
        FieldType.Party 主体 party;FieldType.Items 多项事项 items;FieldType.Item 一项事项 item;FieldType.Units 单位 units;FieldType.Instrument 制度文件 instrument
        FieldType.Plan 方案 lines of a plan;FieldType.FundEntry 资金记录 entry of the funds
        FieldType.Case 卷宗 case;FieldType.Indicators 指标数值 values of indicators;Guard.InStanding 状态为 in the standing;Guard.ReceivedBefore 截止前收到 received before
        Guard.Later 晚于 later than;Guard.InOrder 先后有序 in order;Guard.Past 已过 past;Guard.NotBanned 不在禁止申报期 not barred;Guard.NotRunning 未在办 not running
        Guard.NoItem 没有该状态的对象 no item in;Guard.EveryItem 对象均为 every item in;Guard.MembersAreItems 成员与名单一致 members agree with the list;Guard.NotIn 不在其中 not among
        Guard.FundRulesMet 资金规则达标 fund rules met;Guard.FundRulesBroken 资金规则未达标 fund rules broken;Guard.IndicatorsMet 指标达到 indicators met
        Guard.InstrumentsIssued 文件均已出台 instruments issued;Guard.All 全部满足 all of;Guard.Any 任一满足 any of;Guard.AtLeast 至少满足几项 at least so many of
        Recipients.Linked 关联的事项 the case joined;Recipients.ThisItem 该对象 this item;Recipients.Chosen 选定的对象 the items chosen;Recipients.Items 该状态的对象 the items in a state
        StageRule.Task 办理环节 task;StageRule.Panel 评审环节 panel;StageRule.Notice 公示环节 notice;StageRule.Wait 等待环节 wait;StageRule.End 办结 end
        Step.SetMark 登记日期 sets a date;Step.SetStanding 变更状态 changes the standing;Step.RaiseFlag 标注 raises a flag;Step.LowerFlag 取消标注 lowers a flag
        Step.SetFields 保存填写项 keeps inputs;Step.SetItem 变更对象状态 moves an item;Step.SetOtherItems 变更其余对象状态 moves the other items;Step.NameUnits 明确单位 names units
        Step.FileValues 登记数值 files values;Step.VerifyValues 确认数值 confirms values;Step.RecordFunds 登记资金 enters funds;Step.IssueInstrument 文件出台 issues an instrument
        Step.ReverseFunds 冲销资金记录 reverses an entry of the funds;Step.DraftPlan 拟定方案 drafts a plan;Step.JudgePlan 按方案评价 judges against the plan
        Step.AdoptPlan 方案生效 puts a plan in force;Step.Register 登记 enters in a register;Step.Rank 排名 ranks;Step.ChangeApplicant 变更申报主体 changes an applicant
        Step.Start 启动程序 starts a procedure;Step.StopOthers 停办其他程序 stops the other procedures;Step.ApplyOutcome 适用处理结果 applies an outcome
        Step.ImposeBan 禁止申报 imposes a ban;Step.Join 列入批次 joins;Step.Send 通知 tells;Step.Announce 公布 announces;Step.Letter 发出文书 issues a letter
        Trigger.Action 由人办理 somebody acts;Trigger.Elapsed 期满 time is up;Trigger.EachUnopposed 逐项无异议 an entry unopposed;Trigger.EachOpposed 逐项有异议 an entry opposed
        Trigger.AllSigned 均已签署 all have signed;Trigger.Message 来讯 a message;Value.Literal 定值 value;Value.Given 填写的值 what is given;Value.OfRound 批次的日期 date of the round
        Value.Today 当日 today;ActorRule 办理者 whoever acts;BanRule 禁止申报 ban;CaseRule 事项 case;ClauseRule 条款 clause;CriterionRule 条件 criterion;DocumentRule 材料 document
        DutyRule 应报事项 duty;FieldRule 填写项 field;FundRule 资金规则 fund rule;RosterRule 名录 roster;RosterCount 计数 count;RosterWatch 监测 watch;IndicatorRule 指标 indicator;InstrumentRule 制度文件 instrument;ItemRule 任务 task of the plan
        JointRule 联合申报 joint applicants;LateRule 逾期规则 late rule;LetterRule 文书 letter;MarkRule 推算日期 derived date;NoticeRule 公示规则 notice rule
        OpeningRule 启动方式 way of opening;OptionalAct 可选事项 optional act;OutcomeRule 处理结果 outcome;PackItems 政策所列任务 tasks of the policy;PanelRule 评审规则 panel rule
        ProcedureRule 程序 procedure;ReminderRule 提醒规则 reminders;RoleRule 角色 role;StandingRule 状态 standing;TargetRule 目标值 target;TransitionRule 操作 action
        UnitRule 单位 unit;Reckoning 期限计算 reckoning;WhenLifeEnds.Lapse 不再要求 lapses;WhenLifeEnds.Keep 仍须报送 is kept;WhenHeld.Skip 免予 is skipped
        WhenHeld.Defer 延后 is put off;IndicatorBasis.Stock 年末数 level;IndicatorBasis.Flow 当年数 amount of the year;IndicatorBasis.Cumulative 累计 running total
        IndicatorBasis.Growth 增长率 growth;IndicatorBasis.YearlyAverageGrowth 年均增幅 yearly average growth;IndicatorBasis.Narrative 文字说明 words
        LegalEffect.ServiceNorm 服务规范 service norm;LegalEffect.Statutory 法定 statutory;ProcedureRuns.OneAtATime 一次一件 one at a time;ProcedureRuns.Many 可同时多件 many at once
        ProcedureRuns.Keyed 每值一件 one for each value;RoleKind.Applicant 申报主体 applicant;RoleKind.Endorser 推荐单位 endorser;RoleKind.Authority 主管部门 authority
        RoleKind.Expert 专家 expert;RoleKind.Public 公众 public;RoleKind.Unit 承担单位 unit;RoleKind.Lead 牵头单位 lead;RoleKind.Responsible 责任单位 responsible
        PublicRule 公开内容 what is public;PublicFact.Number 编号 number;PublicFact.Region 地区 region;PublicFact.Issuer 认定机构 issuer
        KeepRule 保管期限 how long it is kept
        Roll.NextWorkingDay 顺延至下一工作日 to the next working day;Roll.None 不顺延 none
        """;

    private static readonly Dictionary<string, Label> Kinds = Table.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', 3)).ToDictionary(p => p[0], p => new Label(p[1], p[2]), StringComparer.Ordinal);

    /// <summary>What a record of the type is; its own name where it has no word.</summary>
    public static Label Of(Type type) => Find(NameOf(type));

    public static Label Of(Enum value) => Find($"{value.GetType().Name}.{value}");

    public static bool Knows(string name) => Kinds.ContainsKey(name);

    public static string NameOf(Type type) => type.DeclaringType is { } union ? $"{union.Name}.{type.Name}" : type.Name;

    private static Label Find(string name) => Kinds.TryGetValue(name, out var label) ? label : new Label(name, name);
}
