using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Shell;

/// <summary>What an installation is told about itself.</summary>
/// <param name="BaseAddress">Where its pages are reached, without a slash at the end. Links never come from the Host header.</param>
/// <param name="From">The sender of its mails.</param>
public sealed record ShellOptions(string BaseAddress, Mailbox From);
