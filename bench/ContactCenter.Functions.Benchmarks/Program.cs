using ContactCenter.Functions.Benchmarks;

return args switch
{
    ["item-body"] => ItemBodyBenchmark.Run(Console.Out),
    ["cold-start"] => await ColdStartBenchmark.RunAsync(Console.Out),
    ["hook-latency"] => await HookLatencyBenchmark.RunAsync(Console.Out),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- item-body
            What an item of a correlation costs to write, as text and compressed.
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- cold-start
            Publishes the functions with and without ReadyToRun, and measures each from the start of its process to the first answer.
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- hook-latency
            How long the hooks of contact flows take themselves, without network, against a handler that does nothing.
        """);
    return 2;
}
