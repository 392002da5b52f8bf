using SiteGen.Benchmarks;

switch (args)
{
    case ["template"]:
        TemplateBenchmark.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: SiteGen.Benchmarks template");
        return 2;
}
