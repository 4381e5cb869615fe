using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ContactCenter.Aws.Tests")]
[assembly: InternalsVisibleTo("ContactCenter.Functions.Benchmarks")]
