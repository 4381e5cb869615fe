using ContactCenter.Core.Deployment;
using ContactCenter.Functions.Benchmarks;
using ContactCenter.Functions.Benchmarks.ColdStart;

return args switch
{
    ["item-body"] => ItemBodyBenchmark.Run(Console.Out),
    ["cold-start", .. var rest] => await ColdStartBenchmark.RunAsync(rest, SystemFunctions.All, Console.Out),
    ["cold-call", .. var rest] => await ColdStartBenchmark.RunAsync(rest, ColdCase.Inbound, Console.Out),
    ["console-start", .. var rest] => await ConsoleStart.RunAsync(rest, Console.Out),
    ["hook-latency"] => await HookLatencyBenchmark.RunAsync(Console.Out),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- item-body
            What an item of a correlation costs to write, as text and compressed.
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- cold-start [FUNCTION ...] [--rounds N]
            Publishes the functions natively compiled and ReadyToRun, and measures each function from the start of its process to the
            first answer, against an empty function that sends the same requests. Needs moto_server. With --packages FOLDER it publishes
            there, and not again what is there; with --native nothing ReadyToRun. With --encoder FILE (contactcenter encoder make) what
            carries the encoder is started with it as well and asked three times, frozen between: the second and the third answer.
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- cold-call [--rounds N]
            The same for the hooks that a call goes through before it stands in a queue, with their sum.
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- console-start [--rounds N]
            Publishes the console and an empty application of ASP.NET Core, and measures each from the start of its process to the first page.
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- hook-latency
            How long the hooks of contact flows take themselves, without network, against a handler that does nothing.
        """);
    return 2;
}
