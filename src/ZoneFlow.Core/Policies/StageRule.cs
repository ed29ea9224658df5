using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// Where the work of a procedure is. Five kinds carry everything; a term, an assessment, a rectification
/// window are not kinds. A new kind is a release.
/// </summary>
public abstract record StageRule(string Name, Label Label, ImmutableArray<TransitionRule> Transitions, Source? Source)
{
    /// <summary>What may be held while the stage is open.</summary>
    public ImmutableArray<OptionalAct> OptionalActs => this switch
    {
        Task t => t.Optional,
        Panel p => p.Optional,
        _ => [],
    };

    /// <summary>Someone must act.</summary>
    /// <param name="Collective">A meeting that decides (党组会审议): its minutes are among the documents needed.</param>
    /// <param name="Pauses">A correction: the clock of the stage that sent the file back stands still meanwhile.</param>
    public sealed record Task(
        string Name, Label Label, ActorRule By, Label? Collective, bool Pauses, DueRule Due, ReminderRule Reminders,
        ImmutableArray<OptionalAct> Optional, ImmutableArray<TransitionRule> Transitions, Source? Source)
        : StageRule(Name, Label, Transitions, Source);

    /// <summary>Experts score each subject; the stage can be concluded when every seat that is not recused has scored.</summary>
    public sealed record Panel(
        string Name, Label Label, PanelRule Rule, DueRule Due, ReminderRule Reminders,
        ImmutableArray<OptionalAct> Optional, ImmutableArray<TransitionRule> Transitions, Source? Source)
        : StageRule(Name, Label, Transitions, Source);

    /// <summary>The public may object to each entry, which closes by itself.</summary>
    public sealed record Notice(
        string Name, Label Label, NoticeRule Rule, ImmutableArray<TransitionRule> Transitions, Source? Source)
        : StageRule(Name, Label, Transitions, Source);

    /// <summary>Nobody's task: left by a timer, a message or a named exception.</summary>
    /// <param name="Until">The mark whose day ends it, or null.</param>
    /// <param name="For">The kind of case it waits for, or null.</param>
    /// <param name="Watched">The roles reminded that it still waits.</param>
    public sealed record Wait(
        string Name, Label Label, string? Until, string? For, ImmutableArray<string> Watched, Calendars.Period AskAgain,
        ImmutableArray<TransitionRule> Transitions, Source? Source)
        : StageRule(Name, Label, Transitions, Source);

    /// <summary>The procedure is over, with a result that whoever started it can read.</summary>
    public sealed record End(string Name, Label Label, string Result) : StageRule(Name, Label, [], null);
}
