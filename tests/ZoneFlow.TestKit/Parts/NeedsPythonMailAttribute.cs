using System.ComponentModel;
using System.Diagnostics;

namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's Python with aiosmtpd: a real mail server to send to, and another reader of mail.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsPythonMailAttribute : NeedsAttribute
{
    /// <summary>The distribution's, since that is where its package manager puts the module.</summary>
    public const string Python = "/usr/bin/python3";

    private static readonly Lazy<string?> Reason = new(Probe);

    public override string? WhyMissing => Reason.Value;

    private static string? Probe()
    {
        const string missing = "python3-aiosmtpd is not installed (Debian: apt-get install python3-aiosmtpd)";
        try
        {
            using var probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd.smtp"])
            {
                RedirectStandardError = true,
            })!;
            probe.StandardError.ReadToEnd();
            probe.WaitForExit();
            return probe.ExitCode == 0 ? null : missing;
        }
        catch (Win32Exception)
        {
            return missing;
        }
    }
}
