using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>Procedures, stages, and what people do in them.</summary>
internal static class Work
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.ProcedureStarted c => new($"启动“{words.Procedure(c.Id).Zh}”。", $"\"{Words.En(words.Procedure(c.Id))}\" began."),
        Change.StageEntered c => Entered(words.Stage(c.Procedure, c.Stage), c.Returned),
        Change.ProcedureEnded c => new($"“{words.Procedure(c.Procedure).Zh}”办结。", $"\"{Words.En(words.Procedure(c.Procedure))}\" is over."),
        Change.ProcedureStopped c => new($"“{words.Procedure(c.Procedure).Zh}”停止办理。", $"\"{Words.En(words.Procedure(c.Procedure))}\" was stopped."),
        Change.ActionTaken c => Taken(words.Role(c.Role), words.Action(c.Procedure, c.Stage, c.Action)),
        Change.DiscretionUsed c => Chosen(words.Question(c.Procedure, c.Question), c),
        Change.RoleSigned { Party: { } party } c => new($"{words.Role(c.Role).Zh}{party}签署。", $"{Words.En(words.Role(c.Role))} {party} signed."),
        Change.RoleSigned c => new($"{words.Role(c.Role).Zh}签署。", $"{Words.En(words.Role(c.Role))} signed."),
        Change.SignaturesVoided => new("材料有更换，此前的签署作废。", "Papers were replaced; earlier signatures no longer count."),
        Change.OptionalActHeld c => new(
            $"进行“{words.Question(c.Procedure, c.Act).Zh}”。", $"\"{Words.En(words.Question(c.Procedure, c.Act))}\" was held."),
        Change.TaskHandedOver c => new($"转由{c.To.Person}办理。", $"Handed over to {c.To.Person}."),
        Change.ExpertSeated c => new($"聘请专家{c.Expert}。", $"Expert {c.Expert} was seated."),
        Change.ExpertRecused c => new($"专家{c.Expert}回避。", $"Expert {c.Expert} stepped back."),
        Change.ScoreGiven c => new($"专家{c.Expert}完成评分。", $"Expert {c.Expert} gave a score."),
        _ => null,
    };

    private static Label Entered(Label stage, bool returned) => returned
        ? new($"回到“{stage.Zh}”环节。", $"Back at the stage \"{Words.En(stage)}\".")
        : new($"进入“{stage.Zh}”环节。", $"At the stage \"{Words.En(stage)}\".");

    private static Label Taken(Label role, Label action) => new($"{role.Zh}办理“{action.Zh}”。", $"{Words.En(role)}: {Words.En(action)}.");

    private static Label Chosen(Label question, Change.DiscretionUsed c)
    {
        var (chosen, offered) = (Words.Spoken(c.Chosen), Words.Spoken(c.Offered));
        var (zh, en) = c.Offered.Length > 0 ? ($"（可选{offered.Zh}）", $" (offered: {offered.En})") : ("", "");
        return new($"裁量：{question.Zh}，取“{chosen.Zh}”{zh}。", $"Discretion: {Words.En(question)}, \"{chosen.En}\"{en}.");
    }
}
