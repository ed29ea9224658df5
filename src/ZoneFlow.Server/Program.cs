using System.Text;
using ZoneFlow.Server.Commands;

// What is printed is Chinese, whatever the terminal's code page.
Console.OutputEncoding = Encoding.UTF8;
return await ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args);
