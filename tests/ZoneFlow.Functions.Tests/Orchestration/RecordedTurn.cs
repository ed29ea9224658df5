using System.Text.Json;
using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>One turn of an orchestration: the history it was given, and what it asked for then.</summary>
internal sealed record RecordedTurn(OrchestratorRequest Request, OrchestratorResponse Answer)
{
    /// <summary>Of an answer, what the host acts on.</summary>
    public static RecordedTurn Of(OrchestratorRequest request, OrchestratorResponse answer) => new(request, Kept(answer));

    public static RecordedTurn Read(string line)
    {
        using var turn = JsonDocument.Parse(line);
        return new(
            JsonParser.Default.Parse<OrchestratorRequest>(turn.RootElement.GetProperty("request").GetRawText()),
            JsonParser.Default.Parse<OrchestratorResponse>(turn.RootElement.GetProperty("answer").GetRawText()));
    }

    public string Line => $$"""{"request":{{JsonFormatter.Default.Format(Request)}},"answer":{{Text}}}""";

    public string Text => JsonFormatter.Default.Format(Answer);

    /// <summary>Runs the history through an orchestration as the Functions host has it run, and answers what it asks for now.</summary>
    public string Again(Func<TaskOrchestrationContext, Task> orchestration)
    {
        var answer = GrpcOrchestrationRunner.LoadAndRun<string, string>(Convert.ToBase64String(Request.ToByteArray()), async (context, _) =>
        {
            await orchestration(context);
            return null;
        });
        return JsonFormatter.Default.Format(Kept(OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer))));
    }

    private static OrchestratorResponse Kept(OrchestratorResponse answer)
    {
        var kept = new OrchestratorResponse { InstanceId = answer.InstanceId, CustomStatus = answer.CustomStatus };
        kept.Actions.AddRange(answer.Actions.Select(a => a.Clone()));
        foreach (var scheduled in kept.Actions.Where(a => a.ScheduleTask is not null))
        {
            // Only what follows a trace through the logs.
            scheduled.ScheduleTask.ParentTraceContext = null;
        }

        return kept;
    }
}
