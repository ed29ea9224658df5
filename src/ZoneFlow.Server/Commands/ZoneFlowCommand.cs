using System.CommandLine;

namespace ZoneFlow.Server.Commands;

/// <summary>The program's commands, and its exit codes: 0 success, 1 a negative answer, 2 bad usage.</summary>
internal static class ZoneFlowCommand
{
    /// <summary>With no arguments at all the program serves.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("ZoneFlow 知识产权服务业集聚发展区 runs the life of zones under an office's policy")
        {
            ServeCommand.Build(),
            DeadlineCommand.Build(),
            CheckCommand.Build(),
            SimulateCommand.Build(),
            CalendarCommand.Build(),
            PolicyCommand.Build(),
            DiagramCommand.Build(),
            BackupCommand.Build(),
            RestoreCommand.Build(),
            ExportCommand.Export(),
            ExportCommand.Import(),
            DossierCommands.Verify(),
            ArchiveCommand.Build(),
            EvidenceCommand.Build(),
            BenchCommand.Build(),
        };
        root.SetAction((parsed, cancellationToken) =>
            ServeCommand.RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return root;
    }

    public static Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, InvocationConfiguration? configuration = null)
    {
        var parsed = root.Parse(args);
        configuration ??= new InvocationConfiguration();
        if (parsed.Errors.Count == 0)
        {
            return parsed.InvokeAsync(configuration);
        }
        // The library's own answer to a parse error is exit code 1 and the whole help page.
        foreach (var error in parsed.Errors)
        {
            configuration.Error.WriteLine(error.Message);
        }
        configuration.Error.WriteLine($"See {parsed.CommandResult.Command.Name} --help.");
        return Task.FromResult(2);
    }
}
