namespace ZoneFlow.Core.Cases;

/// <summary>What a line of a plan is.</summary>
public enum PlanClauseKind
{
    /// <summary>A number to be reached (指标).</summary>
    Indicator,

    /// <summary>What the plan is for, in words (目标).</summary>
    Goal,

    /// <summary>Something to be done by a day (任务).</summary>
    Task,

    /// <summary>Something to be issued (文件).</summary>
    Instrument,

    /// <summary>Money to be found (资金), in yuan.</summary>
    Funds,
}
