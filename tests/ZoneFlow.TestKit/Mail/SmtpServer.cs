using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.TestKit.Mail;

/// <summary>
/// A real mail server on loopback, stopped with the fixture; it ends by itself should the tests be killed. How it
/// treats which address stands in <c>smtp_server.py</c>.
/// </summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock access = new();
    private readonly List<string> received = [];
    private readonly string[] certificateAndKey;
    private TaskCompletionSource arrival = NewArrival();
    private Process? process;
    private Task reading = Task.CompletedTask;

    public SmtpServer()
        : this([])
    {
    }

    private SmtpServer(string[] certificateAndKey) => this.certificateAndKey = certificateAndKey;

    public int Port { get; private set; }

    /// <summary>One that insists on STARTTLS and on signing in as office with the password secret.</summary>
    public static SmtpServer Secured(string certificateFile, string keyFile) => new([certificateFile, keyFile]);

    public async Task InitializeAsync()
    {
        if (new NeedsPythonMailAttribute().WhyMissing is not null)
        {
            return;
        }

        process = Process.Start(new ProcessStartInfo(
            NeedsPythonMailAttribute.Python,
            [Path.Combine(AppContext.BaseDirectory, "Mail", "smtp_server.py"), .. certificateAndKey])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start.");
        Port = int.Parse(port, CultureInfo.InvariantCulture);
        reading = ReadAsync(process.StandardOutput);
    }

    /// <summary>The last mail it took that is wanted; waits for one that is still on the way.</summary>
    public async Task<string> FindAsync(Predicate<string> wanted)
    {
        while (true)
        {
            Task next;
            lock (access)
            {
                if (received.FindLast(wanted) is { } found)
                {
                    return found;
                }

                next = arrival.Task;
            }

            await next.WaitAsync(Patience);
        }
    }

    /// <summary>Stops the server and answers every mail it ever took.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        process?.StandardInput.Close();
        await reading.WaitAsync(Patience);
        return received;
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            await StopAsync();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (access)
            {
                received.Add(Encoding.UTF8.GetString(Convert.FromBase64String(line)));
                arrival.SetResult();
                arrival = NewArrival();
            }
        }
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
