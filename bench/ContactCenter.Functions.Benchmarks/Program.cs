using ContactCenter.Functions.Benchmarks;

return args switch
{
    ["item-body"] => ItemBodyBenchmark.Run(Console.Out),
    ["cold-start"] => await ColdStartBenchmark.RunAsync(Console.Out),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- item-body
            What an item of a correlation costs to write, as text and compressed.
        dotnet run -c Release --project bench/ContactCenter.Functions.Benchmarks -- cold-start
            Publishes the functions with and without ReadyToRun, and measures each from the start of its process to the first answer.
        """);
    return 2;
}
