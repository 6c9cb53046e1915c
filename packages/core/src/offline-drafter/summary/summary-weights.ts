/** Classes of a passage, in the order of the weights. */
export const SUMMARY_CLASSES = ["none", "subjective", "examination", "results", "plan"] as const;

/**
 * Weights of the linear model that chooses what to quote: a feature, then its weight for each class in hundredths.
 * Written by `scripts/train-summary.ts` from the tuning half (47) of the recorded encounters of ACI-BENCH
 * (Yim et al. 2023, https://doi.org/10.1038/s41597-023-02487-3, CC BY 4.0); no text of theirs is in it.
 */
export const SUMMARY_WEIGHTS = `after conditional other's	4	-26	22	-13	-71
after conditional own	-7	-23	-20	-66	8
after question other's	-1	16	-36	-35	-14
after question own	35	-21	-49	-48	-23
after statement other's	20	-1	-17	-39	-43
after statement own	-2	6	-33	6	-11
answered at length	-1	-11	6	-14	-3
answered shortly	5	9	-40	-41	-29
any	-5	7	-16	-16	-1
closer 1	13	-36	-49	-11	0
closer 2	-25	6	-8	19	-1
closer 3	7	-37	-1	21	-101
closer D	13	-10	-42	-3	-15
closer P	-16	-40	-47	20	31
closer examination	54	-50	-26	-20	-38
closer interview	32	-50	-6	12	-43
closer plan	-13	-9	-38	3	8
condition 1	-11	2	-78	13	-13
condition 2	-117	36	-16	-32	44
condition 3	-80	61	-21	-4	34
condition D	-31	15	-77	14	5
condition P	-66	11	-27	-51	70
condition examination	1	-32	-82	-51	52
condition interview	-13	18	-23	-46	-42
condition plan	-57	19	-55	34	17
cue hypothetical	-11	-5	-3	-32	-13
cue hypothetical D	17	-32	-6	-30	-16
cue hypothetical P	-36	18	5	-18	6
cue negation	-14	-10	-1	35	-11
cue negation D	-36	-57	9	56	-22
cue negation P	17	1	-8	-25	-39
cue others	39	-26	-33	-33	-44
cue others D	30	-25	-24	-37	-29
cue others P	12	-1	-37	-27	-42
cue past	-16	17	-55	-16	-13
cue past D	-17	-20	-52	-2	24
cue past P	-1	36	-28	-46	-91
cue uncertain	-17	17	7	-42	4
cue uncertain D	5	-48	23	-66	12
cue uncertain P	-23	35	-57	5	-8
density 0	28	-8	-43	-26	-19
density 1	10	-12	-24	-43	-21
density 2	-6	11	-22	-27	-15
density 3	-22	19	1	-12	-21
density 4	-12	2	-5	10	-14
density 5	5	7	3	-3	-31
density 6	-52	-59	4	-1	65
density 7	-97	45	-1	17	61
density 8	24	0	-24	0	-2
drug 1	-11	6	-38	-31	9
drug 2	-38	-25	-22	-29	44
drug 3	-26	72	-20	-6	-61
drug D	-30	-7	-36	-30	35
drug P	-31	47	-35	-35	-42
drug examination	-72	43	-15	-4	47
drug interview	-11	-4	-49	0	-11
drug plan	-19	35	-30	-48	3
examOnly 1	-34	38	-27	-33	33
examOnly 2	-51	-97	13	-12	36
examOnly 3	76	-10	-47	-1	-78
examOnly D	-33	16	-22	-26	46
examOnly P	-5	7	5	-25	-98
examOnly examination	-32	16	-22	-26	45
examOnly plan	36	-104	36	-13	-23
finding 1	-4	-23	6	-9	-38
finding 2	-34	-78	45	18	-10
finding 3	-24	17	6	-11	-62
finding D	-30	-36	36	-4	-22
finding P	-3	-4	13	-2	-67
finding examination	-7	-11	46	-112	-90
finding interview	-10	-30	-9	31	-1
finding plan	-37	-28	16	20	-11
illness 1	-6	-5	-11	-20	-10
illness 2	-32	6	-20	-56	24
illness 3	-19	15	-5	-16	-8
illness D	-11	-7	-2	-20	-11
illness P	-15	3	-43	-48	20
illness examination	-43	22	33	-91	-51
illness interview	-4	-6	-30	-13	-5
illness plan	-2	-22	-34	-25	14
intent 1	7	-18	-69	-9	9
intent 2	-29	16	-7	-47	7
intent 3	-39	-25	-18	-2	41
intent D	3	-14	-48	-20	-5
intent P	-21	-21	-45	-2	44
intent examination	8	-58	-17	-32	10
intent interview	-1	11	-15	16	-18
intent plan	-1	-23	-54	-18	13
last of turn	-6	10	-16	-21	-3
length 0	127	-66	-62	-16	-47
length 1	16	-17	-12	-21	-8
length 2	1	-6	-32	-38	-8
length 3	-7	-8	-26	-92	1
length 4	17	-7	-41	-68	-12
length 5	-45	18	1	-21	-5
length 6	-11	1	11	7	-40
length 7	-39	41	-23	-4	-35
length 8	-13	-37	-11	29	6
mode conditional	-10	-11	-11	-48	15
mode conditional D	-6	30	-47	-45	-28
mode conditional P	13	-46	23	-36	21
mode question	-13	17	-30	-35	-19
mode question D	-15	19	-38	-35	-17
mode question P	22	-23	4	-41	-49
mode statement	5	2	-14	-7	-19
mode statement D	8	-21	-2	-5	-12
mode statement P	-5	19	-36	-13	-20
near condition 1	-20	-8	-61	-14	10
near condition 2	5	-39	-31	-18	29
near condition 3	-54	37	-50	48	5
near condition 4	37	-67	-4	-9	44
near drug 1	-11	5	-16	-7	9
near drug 2	-5	-32	-78	-116	37
near drug 3	-77	74	-51	-61	20
near drug 4	93	-38	-7	-8	-70
near finding 1	-6	-20	-5	-9	3
near finding 2	10	-27	-18	-16	6
near finding 3	19	-24	-29	58	-64
near finding 4	-46	-32	42	-69	0
near illness 1	-7	-11	-33	-35	9
near illness 2	-16	-12	-6	-15	-9
near illness 3	4	-6	-10	-78	-1
near illness 4	6	-7	16	-15	-23
near intent 1	9	-36	-23	8	-12
near intent 2	-7	-22	-61	-39	32
near intent 3	5	-135	1	14	17
near intent 4	-83	-49	-4	-91	85
near plan 1	1	5	4	-40	-31
near plan 2	-4	-13	-104	-45	24
near plan 3	-6	-21	-79	-98	24
near plan 4	-31	-81	-33	-48	43
near region 1	-13	-24	22	6	-27
near region 2	-1	-26	-3	-64	13
near region 3	-34	14	16	-13	2
near region 4	-1	14	1	-3	-47
near symptom 1	-30	-1	-4	-7	-13
near symptom 2	14	-2	-62	-73	-17
near symptom 3	25	-12	-67	-57	-1
near symptom 4	14	-47	-39	-34	40
near test 1	-15	16	-9	-32	-3
near test 2	36	-22	-63	26	-50
near test 3	-5	-34	-128	1	31
near test 4	20	-127	-60	28	4
number 1	-1	-6	-5	15	-22
number 2	15	-23	-12	-4	-37
number 3	-8	-13	-47	-15	10
number D	-6	5	-22	-1	-31
number P	22	-27	-28	37	-15
number examination	1	-74	8	-110	32
number interview	43	-14	-45	72	-95
number plan	-11	32	-85	-6	-6
opener 1	4	-30	24	-21	-28
opener 2	29	-14	-12	-12	-39
opener D	15	-36	14	-20	-36
opener P	93	-28	-44	-12	-63
opener examination	15	-36	14	-20	-36
phase examination	-8	-29	14	-32	-7
phase examination D	-19	-25	21	-38	1
phase examination P	34	-24	-51	4	-32
phase interview	1	-1	-32	-1	6
phase interview D	-7	2	-53	0	5
phase interview P	7	-7	-10	-9	-14
phase plan	-1	4	-22	-21	-16
phase plan D	4	-19	-29	-7	-18
phase plan P	2	-8	-8	-65	-6
place 0	3	8	-29	-25	-35
place 0 D	8	10	-43	-20	-31
place 0 P	-6	-4	-7	-32	-26
place 1	-4	16	-56	-51	-21
place 1 D	8	2	-39	-25	-35
place 1 P	13	-4	-54	-72	-8
place 2	22	9	-33	-52	-35
place 2 D	8	-1	-18	-41	-24
place 2 P	19	10	-55	-52	-45
place 3	13	0	-40	-8	-46
place 3 D	18	17	-46	-17	-66
place 3 P	0	-16	-24	-13	10
place 4	9	9	-26	-51	-43
place 4 D	37	1	-16	-45	-76
place 4 P	4	-11	-37	-64	12
place 5	-12	9	-34	-14	-23
place 5 D	1	-11	-39	-24	-23
place 5 P	-21	10	2	2	-34
place 6	9	-28	6	-34	-11
place 6 D	7	-18	-4	-40	-9
place 6 P	8	-33	23	18	-9
place 7	15	-67	-12	9	-27
place 7 D	6	-45	-20	-4	-16
place 7 P	21	-70	-5	24	-28
place 8	19	-62	-5	25	4
place 8 D	-7	-32	6	33	-1
place 8 P	65	-67	-80	-48	-9
place 9	-13	-38	-14	-14	9
place 9 D	-9	-55	-30	-5	19
place 9 P	-11	18	16	-55	-42
plan 1	-2	-9	-15	-42	20
plan 2	9	39	-29	-16	-31
plan 3	-38	-66	-1	0	65
plan D	20	0	-12	-42	-3
plan P	-48	5	-52	-18	55
plan examination	5	-17	-18	-26	14
plan interview	-26	19	-37	-33	6
plan plan	-1	-39	3	-37	18
procedure 1	2	9	-58	19	-28
procedure D	-55	41	-59	14	-13
procedure examination	-52	4	-42	-13	27
procedure interview	-16	54	-33	-60	-43
procedure plan	16	-78	-15	50	-4
region 1	4	-28	-32	-8	3
region 2	-38	12	63	-12	-61
region 3	-43	-17	38	-4	-13
region D	-37	4	13	14	-19
region P	-17	-37	69	-82	11
region examination	-10	8	16	-121	-50
region interview	-19	-23	22	73	-2
region plan	-37	-20	29	4	2
relative 1	-18	0	-22	-11	26
relative D	57	-136	-11	-8	-23
relative P	-27	6	-32	-8	31
relative interview	-6	-17	-15	-6	26
relative plan	20	-28	-32	-10	-15
speaker D	-7	10	-17	-15	-13
speaker P	-1	-6	-10	-21	3
symptom 1	-15	-9	-12	21	6
symptom 2	1	-2	-24	-35	-35
symptom 3	-65	71	-26	-28	-52
symptom D	-17	9	-37	-19	-4
symptom P	-20	10	25	38	-50
symptom examination	4	-24	3	-44	-22
symptom interview	-34	-2	-1	-4	32
symptom plan	-10	42	-60	23	-70
test 1	-22	1	-26	3	-3
test 2	-21	-15	-42	0	25
test 3	34	-75	-1	36	-44
test D	-6	-31	-26	2	-1
test P	-86	71	-44	20	-4
test examination	-18	-28	-45	8	19
test interview	-6	-2	-31	63	-82
test plan	-19	2	-14	-74	21
unit 1	-5	8	-32	-12	-13
unit 2	-31	-48	-8	-16	54
unit D	-25	-3	-31	-10	20
unit P	-12	13	-17	-27	-16
unit examination	-52	27	-42	20	24
unit interview	32	-22	-17	9	-37
unit plan	-27	-22	-19	-35	25
vital 1	-24	31	-1	10	-16
vital 2	63	-48	5	-3	-13
vital 3	-25	26	-12	0	-19
vital D	-16	5	3	20	-21
vital P	-14	28	-27	-43	-16
vital examination	-57	47	23	-87	-38
vital interview	-6	-4	-30	51	-15
vital plan	36	-29	-77	-53	-4
word 1	-78	-38	37	52	7
word 1 D	-78	-38	37	52	7
word 10	-51	-38	56	-52	13
word 10 D	-60	-27	56	-49	13
word 15	59	-62	-12	-47	10
word 15 D	35	-46	-2	-42	39
word 2	-55	9	44	-78	-36
word 2 D	-55	9	44	-78	-36
word 20	60	-24	-16	-52	-53
word 20 D	72	-48	-12	-48	-38
word 30	18	3	-11	-19	-25
word 40	18	-74	-6	-7	1
word 40 D	-25	-67	-1	-5	28
word 45	54	-5	-15	-59	-72
word 48	40	11	-5	-34	-60
word 5	-8	-35	-15	-43	45
word 5 D	-40	-31	-6	-41	56
word 50	52	-77	-9	-8	1
word 50 D	52	-77	-9	-8	1
word a	-33	-5	-32	-5	9
word a D	-18	-24	-27	-7	16
word a P	-16	7	-36	-2	13
word a1c	-48	-35	-31	13	31
word a1c D	-59	-18	-31	13	31
word abdomen	-31	10	-7	-28	7
word abdomen D	-54	27	-6	-28	8
word abdominal	-42	15	-87	-73	75
word abdominal D	11	2	-40	-72	20
word able	-15	20	-53	-36	-20
word able D	63	-8	-47	-37	-60
word able P	-50	25	-25	-8	5
word abnormal	26	-84	-33	7	52
word abnormal D	26	-84	-33	7	52
word abnormalities	-31	-20	-58	33	29
word abnormalities D	-31	-20	-58	33	29
word about	-4	7	-29	-28	-36
word about D	29	-18	-26	-37	-34
word about P	-42	35	-32	2	-2
word absolutely	138	-113	-6	-10	-63
word absolutely D	69	-32	-5	-4	-53
word aches	-38	42	-12	-9	-39
word aches D	-49	50	-11	-5	-21
word active	-80	45	38	-4	13
word active D	-82	46	38	-4	15
word activities	-7	20	-25	-7	-56
word activities D	-7	20	-25	-7	-56
word activity	-21	-49	-20	-22	42
word activity D	-23	-49	-17	-22	43
word actually	51	-33	-39	-35	-19
word actually D	45	-109	-34	-26	-3
word actually P	23	-10	-37	-26	-109
word add	61	-47	-4	-28	-35
word add D	61	-47	-4	-28	-35
word additional	-4	-48	-16	-4	14
word after	-52	35	-49	-28	32
word after D	-93	17	-46	-24	77
word after P	23	11	-19	-14	-75
word again	-10	-14	-23	-14	19
word again D	-17	-43	-9	-11	31
word again P	36	3	-23	-8	-74
word against	45	-113	11	-15	-57
word against D	-4	-43	11	-9	-17
word ago	-7	-5	-19	-49	10
word ago D	-44	29	-13	-53	24
word ago P	42	-34	-14	-16	-99
word agree	-1	-97	-20	-39	56
word ahead	17	-77	-10	-40	-17
word ahead D	14	-75	-10	-40	-15
word air	-19	12	-38	-23	13
word air D	-55	45	-38	-8	13
word albuterol	9	-116	-6	-10	3
word albuterol D	-33	-106	-6	-10	48
word alcohol	-25	36	-10	-27	-53
word alcohol D	-25	36	-10	-27	-53
word all	11	-21	-8	-15	-18
word all D	25	-44	-13	-40	13
word all P	6	1	10	42	-89
word allergic	9	-3	-20	-17	-18
word allergies	10	11	-12	-40	-19
word allergies D	95	-77	-5	-29	-60
word allergies P	-85	42	-9	-18	3
word almost	26	-28	-24	-2	-16
word almost P	-8	-16	-3	-2	11
word already	19	-65	-23	-16	20
word already D	-8	-82	-23	-15	38
word alright	29	-63	-38	-1	-17
word alright D	10	-33	-32	1	-14
word alright P	74	-73	-63	-13	-19
word also	-36	27	-90	5	7
word also D	-49	77	-92	7	-11
word also P	34	-159	-14	-30	29
word always	-14	12	29	-17	-103
word always D	-31	41	31	-10	-93
word always P	31	-27	-3	-10	-37
word am	58	-93	-29	-23	2
word am D	93	-31	-4	-6	-78
word am P	33	-89	-29	-22	29
word an	-41	-2	-9	-4	29
word an D	-32	-7	-6	-13	30
word an P	-19	6	-33	-2	-10
word and	-27	-15	19	-2	11
word and D	-18	-29	15	-2	1
word and P	-25	8	18	-12	2
word anemia	-52	44	-11	-15	40
word anemia D	-52	44	-11	-15	40
word ankles	-4	32	-31	-13	-29
word ankles D	51	-64	-30	-6	-24
word another	0	28	-33	-17	-18
word another D	-1	50	-12	-14	-20
word another P	7	-1	-31	-6	-15
word any	0	-13	-29	-5	-6
word any D	-7	7	-38	-3	-10
word any P	22	-60	9	-20	-8
word anybody	37	-36	-3	-2	-5
word anybody D	36	-35	-3	-2	-5
word anymore	-7	-93	-4	-8	18
word anymore P	53	-49	0	0	-4
word anything	20	-5	-46	-45	-7
word anything D	6	2	-46	-46	2
word anything P	29	-13	-15	-15	-101
word anywhere	67	-57	-31	-4	-10
word appear	-44	27	-79	-40	51
word appointment	63	-20	-12	-37	-69
word appreciate	11	-63	-16	-67	25
word appreciate D	1	-51	-26	-64	30
word appreciate P	76	-47	4	-24	-56
word are	21	-68	4	-32	-10
word are D	16	-73	2	-31	11
word are P	21	-7	-3	-24	-52
word area	69	-55	28	-24	-71
word area D	40	-11	28	-18	-71
word arm	-50	57	-11	-44	-25
word arm D	-50	48	-5	-29	2
word around	-50	-11	-40	8	40
word around D	-52	-11	-39	3	51
word around P	-11	-4	-10	13	3
word artery	-50	45	-11	1	3
word artery D	-24	0	-11	2	12
word arthritis	-7	-32	-53	-10	32
word arthritis D	-7	-32	-53	-10	32
word as	-18	4	-57	-24	8
word as D	-15	21	-56	-50	9
word as P	7	-14	-34	7	-37
word ask	46	-44	-13	-16	-51
word asked	7	-2	-21	-6	-28
word aspect	-27	-37	55	-23	-75
word aspect D	-27	-37	55	-23	-75
word assess	-31	-14	-12	-6	31
word assessment	-46	-58	-22	-17	70
word assessment D	-36	-58	-23	-65	71
word associated	-93	28	25	-59	-45
word associated D	-93	28	25	-59	-45
word at	-26	-1	-54	15	16
word at D	-13	-7	-53	21	-7
word at P	-9	-22	-40	-56	39
word avoid	-7	-106	-6	-5	29
word avoid D	-33	-69	-6	-4	42
word away	17	-9	-14	-9	-59
word away D	33	-11	0	0	-24
word away P	12	-4	-14	-9	-50
word awesome	90	-36	-62	-25	-105
word awesome D	-2	33	-31	-12	-71
word back	-37	-23	14	-17	23
word back D	-29	-38	20	-13	21
word back P	-17	17	-71	-31	-16
word bad	-4	13	-24	-21	-81
word bad D	79	-67	-12	-17	-21
word bad P	-10	17	-18	-9	-76
word ball	45	-23	-17	-32	-65
word ball P	45	-23	-17	-32	-65
word based	31	21	-67	-51	-13
word based D	31	21	-67	-51	-13
word bases	30	-58	-27	15	-18
word bases D	30	-58	-27	15	-18
word basically	55	-61	-24	-47	-39
word be	-6	-47	-47	-42	34
word be D	-12	-19	-45	-40	15
word be P	22	-78	-33	-31	31
word because	-9	-13	-55	-14	1
word because D	0	-3	-50	-5	-19
word because P	-11	-23	-32	-30	28
word bed	103	-79	-15	-18	-103
word bed P	95	-78	-14	-18	-81
word been	-14	20	-34	-56	-13
word been D	4	-11	-38	-52	14
word been P	-16	33	-33	-43	-52
word before	6	-5	-41	30	-18
word before D	-26	21	-43	32	-13
word before P	59	-47	-6	-22	-58
word behind	-6	-85	-17	-31	57
word being	-3	69	-32	-23	-112
word being D	16	53	-28	-23	-109
word believe	46	-69	-23	-27	9
word believe D	11	-31	-17	-19	19
word belly	30	-46	13	-13	-81
word belly D	52	-95	37	-9	-70
word bend	20	8	-18	-49	-108
word bend D	20	8	-18	-49	-108
word best	-13	-51	-24	-12	25
word best D	4	-71	-5	-4	3
word best P	-15	-26	-23	-10	22
word better	36	0	-35	-14	-59
word better D	54	-61	-34	-8	-26
word better P	-1	29	-17	-15	-153
word between	21	-21	-28	-16	6
word big	8	-1	-38	-16	-25
word big D	-45	54	-35	-15	-16
word bilateral	14	-45	24	-20	-47
word bilateral D	14	-45	24	-20	-47
word bilaterally	30	-70	-17	-16	-85
word bilaterally D	30	-70	-17	-16	-85
word birth	-16	2	-40	-79	18
word birth D	-16	2	-40	-79	18
word bit	31	-25	13	-3	-37
word bit D	15	-19	-1	-1	-32
word bit P	22	-25	24	-13	-24
word bladder	99	-126	-61	-23	-26
word blood	-1	-22	-4	-12	9
word blood D	13	-49	-1	-9	4
word blood P	-41	34	-51	-38	11
word body	71	-34	-31	-19	-66
word body D	15	21	-28	-5	-60
word body P	94	-85	-7	-17	-42
word bone	12	10	-20	-45	-13
word bone D	12	10	-20	-45	-13
word bones	19	-3	-9	-26	-51
word bones D	19	-3	-9	-26	-51
word bony	-45	-41	10	41	-18
word bony D	-45	-41	10	41	-18
word both	47	-35	-22	-22	-37
word both D	44	-56	-15	-11	-11
word both P	19	-7	-33	-16	-87
word bothering	73	-67	-19	-14	-61
word boxes	-33	38	-11	-7	-45
word boxes P	-33	38	-11	-7	-43
word break	31	-80	-35	-28	14
word breath	-6	7	-42	-31	7
word breath D	-7	7	-40	-32	9
word breath P	2	10	-15	-5	-30
word breathing	-47	-36	-14	-41	92
word breathing D	-57	-1	-13	-41	77
word bruising	49	-39	-14	-31	-54
word bruising D	49	-39	-14	-31	-54
word bunch	93	-72	-8	-21	-86
word busy	87	-73	-1	0	-84
word but	13	-10	-42	-51	-6
word but D	28	-68	-61	-65	11
word but P	-13	20	-7	-37	-49
word by	33	-14	-35	-54	-18
word by D	45	-14	-36	-52	-28
word by P	-22	9	-3	-13	4
word ca	22	-67	-19	-8	-6
word ca D	-3	-32	-12	-3	11
word ca P	54	-58	-14	-8	-33
word call	-44	38	-19	-43	-1
word call D	-31	42	-19	-46	-9
word call P	-39	10	-4	-2	18
word called	9	-30	-27	14	-21
word called D	-31	25	-27	14	-1
word came	66	-40	-32	13	-74
word came D	91	-84	-31	17	-59
word came P	-7	30	-7	-19	-67
word can	11	-27	-83	-34	14
word can D	6	-21	-85	-33	19
word can P	8	0	-28	-22	-14
word cancer	-25	36	-21	-43	-41
word cancer D	11	0	-2	-40	-15
word capillary	-18	-31	27	-8	-11
word capillary D	-18	-31	27	-8	-11
word care	8	-17	-25	-32	-3
word care D	-21	0	-23	-32	9
word care P	34	-26	-6	-6	-42
word cast	-28	52	-12	-6	-21
word cast D	-28	52	-12	-6	-21
word cat	2	27	-4	-6	-13
word catch	-28	29	-1	-2	-23
word catch P	-28	29	-1	-2	-23
word cause	45	-81	-8	-11	15
word cause D	13	-94	-6	-7	24
word caused	-96	26	-23	-11	39
word caused D	-71	8	-19	-3	36
word causes	-31	51	-11	-16	-57
word causes D	-31	51	-11	-16	-57
word cell	29	-51	-40	32	-55
word center	-10	-20	-23	-31	46
word certain	29	-24	-1	-1	-13
word certainly	83	-36	-5	-3	-91
word certainly D	83	-36	-5	-3	-91
word change	-95	67	-42	-35	25
word change D	-48	49	-32	-31	-6
word changed	-13	34	-8	-19	-102
word changes	-80	57	22	-40	-50
word changes P	-75	81	-43	-23	-79
word chart	61	-44	-5	-2	-56
word chart D	54	-35	-4	-2	-55
word check	33	0	-24	-17	-53
word check D	83	-114	-26	-17	-36
word check P	-29	46	-1	-1	-52
word checked	-18	-5	-46	-49	35
word checked D	9	-41	-48	-51	36
word checking	-1	-73	-11	-3	22
word chest	-45	6	-77	15	34
word chest D	-26	54	-39	9	-70
word chest P	-36	-48	-64	18	67
word chills	-23	29	-7	-8	-61
word chills D	6	-1	-3	-2	-49
word cholesterol	-67	74	-38	3	-13
word cholesterol D	-12	-5	-27	17	14
word chronic	-54	22	-21	-61	-7
word chronic D	-54	22	-21	-61	-7
word clear	-9	-55	42	-12	-49
word clear D	-23	-61	33	-8	-87
word close	80	-55	-3	-2	-52
word close D	80	-55	-3	-2	-52
word cold	45	-24	-15	-7	-76
word cold P	45	-24	-15	-7	-76
word colonoscopy	-27	-13	-20	-23	25
word colonoscopy D	-25	-16	-20	-23	25
word come	18	-63	54	-30	-32
word come D	11	-130	56	-32	-20
word come P	17	12	-24	-1	-67
word coming	39	-62	-29	-26	38
word coming D	17	-53	-29	-26	41
word coming P	42	-39	-4	-2	-37
word concerned	18	-80	-16	-38	55
word concerned D	-45	-81	-2	-30	61
word concerned P	60	-51	-16	-13	-36
word concerns	44	-55	-23	-13	16
word concerns D	44	-55	-23	-13	16
word congestive	-70	17	-28	-9	33
word congestive D	-70	17	-28	-9	33
word consider	-39	-86	-17	-1	53
word consistent	-71	-22	-11	17	69
word consistent D	-110	-67	-11	32	107
word continue	-37	-29	-25	-20	28
word continue D	-34	15	-26	-20	5
word control	-37	49	-12	-12	-59
word control D	72	-23	-4	-4	-47
word control P	-73	79	-12	-12	-78
word cool	53	-27	-5	-1	-40
word correct	-20	24	-55	-45	-10
word correct D	27	6	-24	-32	-117
word correct P	-56	14	-44	-21	49
word could	32	-14	-23	-37	-18
word could D	80	-6	-19	-37	-85
word could P	-13	-15	-15	-7	13
word couple	-11	0	-40	-44	-1
word couple D	4	-6	-36	-47	-4
word couple P	-8	-5	-18	-8	17
word crazy	96	-84	-25	-15	-86
word crutches	53	-36	-4	-3	-51
word crutches D	53	-36	-4	-3	-51
word cuff	-34	52	-6	-18	-46
word cuff D	-34	52	-6	-18	-46
word current	7	5	-36	14	-15
word current D	-40	27	-35	16	11
word currently	-67	62	14	-44	-17
word currently D	-56	52	15	-44	-15
word daily	-16	-16	-28	-35	27
word daily D	-32	13	-25	-31	26
word damage	11	-58	-4	-4	-2
word damage D	46	-58	-4	-4	-24
word date	26	8	-36	-77	-56
word date D	26	8	-36	-77	-56
word dax	81	-61	-2	-11	-14
word dax D	81	-61	-2	-11	-14
word day	-6	10	-40	-42	-3
word day D	-3	11	-29	-39	2
word day P	2	3	-44	-31	-19
word days	-22	24	-43	-54	0
word days D	0	2	-45	-39	-17
word days P	-42	18	-13	-42	9
word dealing	-19	13	-2	-3	13
word dealing D	-35	30	-2	-2	16
word deep	69	-51	-61	46	-72
word deep D	69	-51	-61	46	-72
word definitely	-11	-29	-19	-28	31
word definitely D	-19	-101	-10	-25	40
word definitely P	9	1	-13	-8	-72
word depression	54	-25	-5	-35	-60
word depression D	18	11	-4	-34	-48
word depression P	61	-56	-3	-6	-75
word desk	39	47	-38	-6	-87
word diabetes	-20	22	-10	1	-16
word diabetes D	8	-20	-9	2	-14
word diagnosis	-29	3	-45	35	-13
word diagnosis D	-4	-79	-36	37	-9
word diarrhea	10	-1	-24	-30	-69
word diarrhea D	-17	22	-16	-29	-36
word did	20	3	-17	-10	-68
word did D	21	18	-8	-32	-85
word did P	-2	-18	-35	22	-15
word diet	16	-20	-15	-6	-8
word diet D	69	-127	-16	-5	-7
word different	-36	55	-13	-25	-26
word different D	30	-67	-12	-15	-21
word difficult	77	-73	-23	25	-75
word difficulty	56	22	-4	-12	-93
word difficulty D	40	46	-3	-12	-83
word disease	-11	-42	-30	-2	16
word disease D	27	-74	-16	0	-28
word distress	-55	-51	73	-81	-83
word distress D	-55	-51	73	-81	-83
word dizziness	-48	-44	-19	-17	69
word dizziness D	-48	-44	-19	-17	69
word dizzy	75	-62	-11	-9	-78
word do	20	-16	-2	-32	-31
word do D	15	-2	-10	-28	-33
word do P	11	-44	22	-26	-13
word doc	78	-26	-13	-8	-59
word doc P	78	-26	-13	-8	-59
word doctor	-14	7	-61	-27	6
word doctor D	60	-29	-13	-14	-69
word doctor P	-22	10	-58	-18	22
word doctors	87	-71	-30	-2	-40
word does	35	33	8	-31	-98
word does D	22	35	13	-31	-81
word does P	42	0	-49	-12	-86
word doing	-13	-14	-62	-46	38
word doing D	-8	4	-52	-43	10
word doing P	-14	-26	-68	-41	41
word done	51	-43	-50	-35	-3
word done D	-36	-4	-51	-36	43
word done P	89	-63	-7	-2	-76
word dorsalis	-24	-28	31	-3	-11
word dorsalis D	-24	-28	31	-3	-11
word dose	-21	34	-40	-55	-27
word dose D	8	-7	-21	-51	-12
word dose P	-24	31	-27	-10	-70
word down	10	17	-40	-57	2
word down D	22	-17	-33	-47	4
word down P	-26	32	-34	-31	-13
word dr	-23	5	-41	-55	10
word dr D	-35	8	-23	-46	23
word dr P	52	-12	-25	-19	-101
word dragon	18	-83	10	-13	-10
word dragon D	18	-83	10	-13	-10
word drink	12	-3	-15	-24	-30
word drink P	88	-83	-12	-18	-27
word drinking	-22	28	-10	-6	-48
word due	-23	19	-31	-22	-16
word due D	-36	38	-26	-22	-15
word during	-23	28	-28	-42	0
word during D	20	-24	-24	-38	5
word during P	-35	40	-8	-11	-58
word each	9	-96	-15	-14	24
word eat	-41	85	-18	-9	-101
word eating	-38	-5	-43	-44	52
word eating D	14	-87	-44	-38	55
word eating P	-63	65	-3	-11	-58
word echocardiogram	-18	-2	-47	-37	16
word echocardiogram D	-5	-126	-47	-37	24
word edema	6	-78	9	-31	-58
word edema D	6	-78	9	-31	-58
word eight	16	29	-52	26	-80
word eight D	-13	60	-54	27	-75
word eight P	79	-81	-2	-9	-23
word eighteen	10	-77	-33	-14	51
word eighteen D	5	-72	-33	-8	51
word either	79	-81	-5	-7	-46
word either P	52	-48	-1	-1	-33
word ejection	-27	-69	-3	11	14
word ejection D	-27	-69	-3	11	14
word elbow	-43	31	-23	26	19
word elbow P	9	8	-51	-18	-120
word elevated	-49	-102	-63	50	39
word elevated D	-43	-128	-64	50	40
word else	71	-60	-46	-19	-24
word else D	101	-134	-46	-19	-23
word end	36	-1	-27	1	-87
word end D	-50	57	-7	12	-48
word end P	60	-51	-26	-18	-89
word ended	-12	31	-26	-4	-64
word ended P	-46	57	-27	-2	-22
word endorsing	-67	74	-5	-9	-52
word endorsing D	-67	74	-5	-9	-52
word endoscopy	41	-77	-12	-2	-28
word endoscopy D	15	-28	-12	-2	-12
word enough	0	11	-35	-39	-79
word equal	-38	-9	39	0	-1
word equal D	-38	-9	39	0	-1
word er	-96	29	-59	-13	38
word especially	-37	-46	-1	-1	41
word especially D	-41	-37	-1	-1	43
word evaluation	6	5	-26	-51	-12
word evaluation D	6	5	-26	-51	-12
word even	20	7	-29	-40	-101
word even D	19	23	-7	-17	-61
word even P	15	-3	-30	-36	-75
word ever	9	5	-55	-32	-130
word ever D	-13	28	-47	-15	-101
word ever P	24	-19	-21	-27	-75
word every	-1	7	-29	-29	-12
word every D	10	-4	-26	-28	-10
word every P	-3	-1	-17	-15	-12
word everything	4	1	-25	8	-24
word everything D	34	18	-95	12	-4
word everything P	-5	-29	68	-16	-49
word evidence	-5	-51	-1	36	-49
word evidence D	-5	-51	-1	36	-49
word exactly	0	-77	-6	-49	23
word exactly D	0	-77	-6	-49	23
word exam	-26	11	7	-41	-12
word exam D	-25	-21	5	-36	1
word examination	-58	-78	1	-60	72
word examination D	-62	-78	1	-60	77
word examine	75	-14	-16	-3	-66
word examine D	75	-14	-16	-3	-66
word excited	80	-95	-26	-9	-33
word excuse	-15	4	-36	32	-33
word excuse D	5	-26	-11	33	-27
word exercise	61	-113	-27	-2	-5
word exercise D	23	-101	-20	-2	23
word exercises	-7	63	-16	-6	-35
word exercises P	-62	8	-12	-2	47
word exercising	4	40	-8	-2	-53
word exercising D	10	32	-8	-1	-52
word experienced	-79	23	-40	-1	52
word experienced D	-21	-34	-7	-1	54
word experiencing	-39	44	-31	18	-28
word experiencing D	-39	44	-31	18	-28
word extend	48	-46	-28	-7	-36
word extend D	48	-46	-28	-7	-36
word extension	-31	-91	60	-16	-64
word extension D	-31	-91	60	-16	-64
word extra	91	-62	-53	-19	-59
word extra D	81	-56	-45	-18	-55
word extremities	-17	-80	47	-36	-86
word extremities D	-17	-80	47	-36	-86
word extremity	3	-53	-5	-9	45
word extremity D	3	-53	-5	-9	45
word failure	-43	9	-32	-20	23
word failure D	-43	9	-32	-20	23
word fairly	-12	50	-39	-29	-88
word fall	4	10	-50	-41	-33
word fall D	47	-51	-44	-40	4
word fall P	-76	90	-13	-4	-77
word family	-4	29	-31	-43	-82
word family D	0	26	-22	-42	-79
word far	60	-100	-14	11	-96
word far D	37	-73	-9	13	-88
word fast	29	-78	-6	-4	-5
word fatigue	9	2	-21	-33	-45
word fatigue D	30	-20	-16	-31	-28
word feel	4	9	-16	-60	-62
word feel D	34	-42	-4	-53	-26
word feel P	9	14	-82	-41	-173
word feeling	30	-20	-55	-19	-4
word feeling D	36	-24	-42	-16	4
word feeling P	2	6	-30	-12	-51
word feels	4	27	-69	-22	-86
word feels P	2	15	-53	-15	-72
word fell	5	-19	-24	-20	19
word fell P	14	-14	-21	-17	-10
word felt	17	14	-37	-43	-127
word felt D	73	-40	-31	-38	-92
word felt P	-15	32	-17	-18	-78
word female	-61	41	-15	-35	15
word female D	-61	41	-15	-35	15
word fever	-5	22	-43	-16	-73
word fever D	-32	49	-34	-13	-73
word few	18	-41	-10	-16	-3
word few D	3	-65	-7	-13	6
word few P	29	-24	-5	-5	-53
word fifty	-57	45	-6	27	-38
word fifty D	-57	45	-6	27	-38
word figure	62	-30	-13	-4	-73
word finalize	117	-62	-50	-80	-82
word finalize D	117	-62	-50	-80	-82
word find	17	-2	-14	-2	-37
word find D	25	-11	-14	0	-11
word find P	4	2	-3	-2	-33
word findings	57	-48	-33	-4	-41
word findings D	57	-48	-33	-4	-41
word fine	6	30	-50	-67	-54
word fine D	-21	91	-107	-53	-114
word fine P	24	-105	22	-39	41
word finger	-21	-29	24	-23	20
word finger D	-13	-15	4	-21	23
word finger P	-9	-18	47	-34	-5
word fingers	10	8	-24	-24	-85
word fingers D	-2	33	-66	-5	-77
word first	-14	-28	-15	13	-7
word first D	-31	-11	-11	17	4
word first P	45	-38	-18	-29	-30
word five	5	5	-11	-37	1
word five D	12	-24	-9	-35	6
word five P	5	4	-4	-7	-76
word fixed	-39	-44	-6	-1	41
word flexion	-8	-53	26	-16	-69
word flexion D	-8	-53	26	-16	-69
word fluid	-6	18	15	-18	-94
word fluid D	24	18	-42	-17	-92
word focused	-44	-42	-32	-4	48
word focused D	-44	-42	-32	-4	48
word follow	-40	18	-63	-13	21
word follow D	-26	29	-63	-14	3
word follow-up	-44	-2	-4	-5	35
word follow-up D	-44	-2	-4	-5	35
word following	-12	65	-52	-62	-98
word following D	-41	85	-49	-62	-94
word food	0	34	-6	-11	-45
word food P	9	15	-5	-11	-53
word foods	-16	31	-23	-15	-34
word foods D	-19	17	-19	-10	-11
word foot	3	5	-31	-68	-14
word foot D	-9	-10	-28	-74	9
word for	-36	11	-69	-52	38
word for D	-33	12	-62	-70	-2
word for P	-23	4	-46	-2	9
word forward	-6	11	-6	-8	-36
word forward P	-9	11	-7	-9	-39
word found	-25	27	-8	4	-33
word found D	-22	40	-5	8	-56
word four	-42	-44	-32	1	59
word four D	-50	-6	-32	4	43
word four P	4	-46	-6	-32	36
word fracture	-53	-9	-80	39	47
word fracture D	-53	-9	-80	39	47
word fractures	7	-28	-50	14	-62
word fractures D	7	-28	-50	14	-62
word friend	79	-74	-2	-2	-19
word friends	40	-28	-1	-1	-40
word friends P	40	-28	-1	-1	-41
word from	13	19	-46	-39	-17
word from D	1	17	-40	-34	-1
word from P	21	-1	-36	-28	-139
word full	-37	-35	-2	-4	47
word function	-24	-3	-44	5	18
word function D	-30	3	-42	8	20
word further	-22	-77	-25	-17	53
word further D	-11	-77	-25	-18	45
word gain	-33	-14	-16	-23	35
word gain D	-33	-14	-16	-23	35
word game	-35	33	-14	-36	6
word game P	-41	38	-14	-36	7
word general	-13	-86	-4	-26	38
word general D	-13	-86	-4	-26	38
word get	17	-32	22	-47	-17
word get D	13	-92	26	-42	3
word get P	33	17	-35	-33	-110
word gets	-2	-39	-24	-22	14
word gets D	48	-35	-20	-15	-24
word gets P	-30	-25	-7	-16	34
word getting	39	-27	-24	-13	-35
word getting D	56	-118	-9	-8	-22
word getting P	-2	22	-26	-12	-57
word give	6	-39	-44	-41	-9
word give D	6	-14	-42	-33	-14
word glad	9	17	-30	-28	-88
word glad D	9	17	-30	-28	-88
word go	25	-24	11	-54	-42
word go D	44	-121	16	-54	-37
word go P	-33	42	-37	-32	-35
word goes	-92	103	-47	-12	-62
word going	-1	9	-38	-33	-5
word going D	-9	30	-41	-35	-13
word going P	28	-41	-9	-14	12
word gon	21	-97	-27	-19	2
word gon D	22	-73	-24	-18	-7
word gon P	-5	-77	-39	-18	25
word good	14	3	-60	-37	-13
word good D	29	19	-85	-26	-30
word good P	2	-13	-13	-78	0
word gosh	96	-92	-31	-8	-63
word got	3	-4	-30	-6	-34
word got D	18	-6	-23	0	-37
word got P	-12	1	-53	-44	-2
word gotten	-25	29	-5	-4	-42
word great	-18	6	-80	-70	15
word great D	-26	7	-79	-73	22
word great P	50	-23	-20	-21	-112
word guarding	12	-42	-6	-16	-23
word guarding D	12	-42	-6	-16	-23
word guess	112	-106	-7	-2	-69
word guess P	112	-106	-7	-2	-69
word had	-17	21	-31	-40	-48
word had D	1	-3	-22	-32	-21
word had P	-12	21	-45	-35	-51
word half	61	-49	-33	-24	-1
word half D	58	-6	-32	-22	-54
word hand	0	-11	-45	-4	23
word hand D	22	-23	-20	0	15
word hands	104	-81	-47	-6	-72
word happen	-3	-37	66	-28	-67
word happen D	-20	-21	67	-28	-67
word happened	56	-33	-9	-17	-63
word happened D	110	-107	-7	-6	-69
word happened P	-30	19	-6	-17	-4
word happens	36	-106	-12	40	-55
word happens D	16	-64	-11	40	-51
word happy	100	-71	-17	-13	-72
word happy D	78	-43	-12	-11	-70
word happy P	50	-46	-8	-3	-10
word hard	-14	7	-42	-27	2
word hard D	23	-8	-40	-22	-22
word hard P	-25	1	-10	-13	24
word has	-44	50	-40	-32	-9
word has D	-26	28	-30	-34	2
word has P	-30	38	-31	-10	-100
word hate	-26	-77	-6	-16	42
word have	7	-45	-2	-57	7
word have D	4	-22	7	-55	-5
word have P	17	-61	-63	-38	35
word having	3	-76	-60	-57	60
word having D	-62	-41	-62	-46	82
word having P	75	-69	-25	-38	-32
word he	-89	34	-25	-79	56
word he D	-101	-5	-25	-81	71
word he P	-23	50	-3	-9	-126
word headaches	-129	58	-52	69	-30
word heal	67	-27	-23	-2	-63
word heal D	65	-25	-23	-2	-61
word health	-6	-40	-18	-55	32
word health D	-6	-40	-18	-55	32
word healthy	-24	35	24	-31	-86
word healthy D	-25	35	24	-32	-86
word hear	-5	1	11	-51	-20
word hear D	-25	19	16	-45	-7
word heard	25	-2	-67	-28	-30
word heard D	57	-129	-61	-21	-24
word heard P	-17	24	-25	-14	-71
word heart	49	-30	-3	-92	-53
word heart D	61	-38	-12	-93	-51
word heart P	-48	31	45	-5	-87
word heavy	-49	23	-11	-20	28
word heavy D	-74	38	-9	-12	40
word heavy P	11	-2	-4	-13	-91
word hello	75	-67	-15	-25	-59
word hello D	74	-66	-15	-26	-59
word help	-9	38	-66	-41	-12
word help D	19	1	-67	-46	-16
word help P	-47	55	-9	-6	-19
word helped	-64	33	-23	-33	32
word helped P	-4	14	-18	-29	-79
word helping	37	-12	-17	-37	-125
word helping D	5	12	-13	-18	-73
word helping P	38	-22	-7	-24	-96
word helps	-32	-4	-9	-36	39
word helps P	6	10	-9	-38	-72
word hemoglobin	-15	-19	-47	-23	22
word hemoglobin D	-15	-19	-47	-23	22
word her	-84	44	30	-51	3
word her D	-156	54	31	-51	11
word her P	15	-7	-12	-9	-34
word here	30	-22	-46	1	-22
word here D	33	-4	-76	6	-31
word here P	-2	-72	29	-55	11
word hey	8	-21	2	-19	-20
word hey D	3	-15	4	-19	-19
word hey P	87	-77	-18	-13	-30
word hi	-15	-29	-81	-95	33
word hi D	-10	-61	-63	-87	53
word hi P	0	19	-47	-34	-96
word high	10	-20	-29	-8	-14
word high D	34	-75	-25	-3	-8
word high P	-39	51	-24	-15	-96
word him	38	-41	33	-8	-37
word him D	-59	18	38	-7	-17
word him P	78	-76	-9	-2	-28
word his	-109	0	-14	7	8
word his D	-109	0	-14	7	8
word history	-66	60	-33	-70	-15
word history D	-62	57	-33	-70	-14
word hit	21	-3	-31	-18	-81
word hit P	58	-44	-30	-19	-74
word hmmm	87	-78	-31	-14	-52
word hold	-39	-41	-8	-4	43
word hold D	-19	-40	-8	-4	28
word home	6	-35	-30	-20	35
word home D	14	-42	-26	-15	24
word home P	10	-22	-14	-12	18
word honestly	57	-59	-9	-6	-34
word honestly P	60	-57	-3	-6	-17
word hope	46	-35	-35	-2	-41
word hope D	46	-35	-35	-2	-41
word hopefully	-13	18	-8	-26	2
word hopefully D	-13	18	-8	-26	2
word hospital	-53	-59	-19	-14	61
word hospital D	-12	-53	-7	-15	22
word hour	43	-52	-4	-5	0
word hours	-26	-28	-9	-26	47
word hours D	-16	-77	-5	-11	54
word hours P	-28	31	-7	-21	-41
word house	-5	12	-13	-7	-62
word house P	-5	12	-13	-7	-62
word how	-1	-25	-8	-41	10
word how D	18	-31	-5	-45	-5
word how P	-29	0	-40	-17	18
word how're	21	-3	-38	-21	-83
word how're D	21	-3	-38	-21	-83
word however	13	-47	23	-19	7
word however D	49	-47	24	-20	-27
word hundred	66	-101	-20	-13	-29
word hundred D	49	-84	-20	-12	-29
word hurt	26	-56	4	-24	-23
word hurt D	46	-44	-27	-20	-17
word hurt P	-16	-29	41	-11	-57
word hurting	92	-87	-31	-28	-61
word hurting P	43	-40	-15	-8	-12
word hurts	24	-11	-65	-32	-21
word hurts P	1	1	-76	-34	-21
word hypertension	21	-41	-10	-29	17
word hypertension D	21	-41	-10	-29	17
word i	16	-19	-42	-9	-3
word i D	35	-27	-44	-17	-35
word i P	-2	-20	-20	-2	11
word i'd	24	-89	-35	-23	-5
word i'd D	24	-81	-34	-20	-5
word i'll	33	-99	-58	-44	6
word i'll D	13	-102	-59	-42	14
word i'll P	106	-60	-11	-15	-138
word i'm	48	-36	-24	-38	-39
word i'm D	44	-5	-22	-36	-45
word i'm P	22	-62	-5	-45	22
word i've	21	-12	-42	-37	-15
word i've D	90	-22	-33	-16	-53
word i've P	-8	-3	-30	-41	17
word ibuprofen	47	3	-19	-20	-76
word ibuprofen D	60	-13	-12	-9	-47
word ibuprofen P	5	7	-13	-16	-80
word ice	23	-37	-20	-7	6
word ice D	-9	-70	-7	-3	17
word ice P	30	-31	-18	-5	-13
word if	22	-101	-2	-29	14
word if D	22	-107	1	-34	5
word if P	8	-40	-29	-8	23
word important	-47	-16	-19	-39	43
word important D	-35	-17	-19	-40	39
word impression	-17	-89	-15	64	-41
word impression D	-17	-89	-15	64	-41
word in	-28	-16	14	-25	13
word in D	-32	-1	13	-16	1
word in P	-3	-18	-9	-48	17
word including	-67	-80	53	-41	23
word increase	-49	-73	-6	-8	57
word increase D	-49	-73	-6	-8	57
word inflammation	-63	-66	-81	-48	69
word inflammation D	-65	-67	-82	-48	74
word information	-25	-44	-12	-2	28
word injured	-6	-46	-32	47	-73
word injured D	3	-94	-30	48	-66
word injuries	-74	88	-32	-43	-88
word injury	-54	12	-17	-13	20
word injury D	-54	12	-17	-13	20
word inside	-40	40	-48	40	-97
word inside D	-22	18	-45	45	-67
word inside P	-78	89	-39	-17	-83
word intact	14	-89	-13	47	-46
word intact D	14	-89	-13	47	-46
word intake	-8	61	-20	-3	-83
word intake D	-8	61	-20	-3	-83
word interesting	12	-89	-52	-21	31
word interesting D	10	-88	-51	-21	31
word into	7	-7	-30	19	-114
word into D	-3	-7	-28	22	-99
word into P	22	-14	-11	-8	-56
word is	-39	17	-20	-13	-4
word is D	-32	4	-12	-8	0
word is P	-17	21	-107	-23	-10
word issue	60	-35	-15	-17	-56
word issue D	60	-35	-15	-17	-56
word issues	73	-27	-39	-47	-113
word issues D	44	-5	-35	-48	-103
word issues P	90	-74	-12	-6	-29
word it	12	-31	-28	-1	-20
word it D	24	-68	-44	-14	2
word it P	12	-10	17	1	-45
word it's	30	-29	-27	-9	-38
word it's D	63	-94	-9	-81	-38
word it's P	2	-18	-59	35	-21
word january	42	29	-25	-78	-65
word job	-3	-73	-1	-18	59
word job P	-83	-51	-1	-2	62
word joint	-38	-3	-48	34	9
word joint D	-37	-5	-48	34	10
word just	12	-16	21	6	-37
word just D	-10	2	-23	19	-16
word just P	34	-29	34	-52	-51
word keep	18	-13	-45	-44	-17
word keep D	-20	20	-44	-46	-1
word keep P	67	-68	-10	-2	-29
word keeping	-59	64	-19	-8	-18
word kept	5	15	-62	-12	-89
word kept P	-25	28	-5	-11	-35
word kidney	-53	24	-61	32	12
word kidney D	-42	9	-61	36	19
word kind	41	-31	-59	21	-50
word kind D	35	-55	-37	30	-26
word kind P	40	-16	-69	-56	-73
word kinda	4	-26	-41	-20	8
word kinda D	-12	15	-35	-15	-7
word kinda P	36	-70	-20	-12	35
word knee	-28	-10	36	-20	-17
word knee D	-10	-47	50	-19	-15
word knee P	-48	44	-106	-19	4
word know	8	2	-54	-60	-13
word know D	33	-5	-41	-61	-37
word know P	-15	-3	-65	-23	16
word lab	-5	-65	-6	33	19
word lab D	-8	-51	-4	34	38
word labs	16	-69	-29	-26	12
word labs D	16	-69	-29	-26	12
word landed	-57	7	-19	-13	31
word landed P	-57	7	-19	-13	31
word lasix	5	-50	-2	0	7
word lasix D	3	-48	-2	0	7
word last	12	-5	-40	-12	-23
word last D	-20	11	-37	-6	11
word last P	29	-13	-25	-24	-124
word lately	-64	33	-18	-10	39
word lately P	-41	44	-18	-8	-33
word lateral	-31	45	-15	25	-19
word lateral D	-31	45	-15	25	-19
word lay	16	-74	-4	-2	14
word lay D	61	-57	-4	-1	-38
word least	-10	-42	-57	-41	44
word least D	21	-71	-57	-37	47
word left	-76	36	10	4	0
word left D	-48	-8	14	5	3
word leg	-17	-55	45	-23	31
word leg D	-21	-50	23	-22	43
word leg P	2	-29	42	-5	-94
word legs	-13	9	22	-36	-76
word legs D	60	-73	28	-33	-107
word legs P	-83	81	-17	-8	-23
word lem	74	-40	-10	-4	-66
word less	3	-24	42	52	-51
word less D	-17	-56	46	53	-38
word let	44	-60	-12	-13	-25
word let D	30	-52	-11	-26	3
word let P	38	-30	-7	13	-75
word let's	13	-23	-37	-21	-19
word let's D	23	-21	-38	-21	-30
word level	-16	-21	-48	-8	44
word level D	36	-121	-49	-8	44
word levels	-44	7	-18	-27	39
word levels D	-17	-53	-17	-27	40
word life	-44	54	-13	-21	-40
word lift	-46	54	-18	-6	6
word ligament	33	-62	-48	-42	-13
word ligament D	33	-62	-48	-42	-13
word light	11	-56	65	-12	-53
word light D	-6	-49	66	-12	-52
word like	-4	-33	-44	0	11
word like D	-13	-23	-40	-15	3
word like P	14	-21	-48	42	-18
word likely	-18	49	-19	-5	-14
word likely D	23	-104	-19	-5	-13
word lipid	-32	-46	-5	-3	38
word lipid D	-32	-46	-5	-3	38
word lisinopril	21	-30	-2	-8	-9
word lisinopril D	21	-30	-2	-8	-9
word listen	-2	-40	20	-3	-66
word listen D	-7	-30	22	-3	-60
word listening	69	-42	-53	-7	-41
word listening D	69	-42	-53	-7	-41
word little	-4	-27	-17	13	-4
word little D	-7	-41	-30	19	9
word little P	17	-13	11	-21	-51
word living	0	14	-25	-8	-59
word living D	0	14	-25	-8	-59
word long	11	-47	-33	-42	30
word long D	41	-82	-41	-46	46
word long P	-8	4	-18	-22	-7
word look	21	29	-66	-65	-73
word look D	35	6	-65	-65	-66
word looking	-30	-14	-1	25	10
word looking D	-20	-36	-1	26	18
word looks	51	-57	-39	-41	-3
word looks D	59	-41	-77	-40	-22
word looks P	-27	-44	44	-7	29
word loss	-61	37	-27	-18	22
word loss D	-43	19	-26	-17	35
word lot	20	-7	-59	-44	-40
word lot D	50	-70	-51	-32	-4
word lot P	-18	39	-46	-39	-48
word love	-9	19	-10	-25	-68
word love D	98	-101	-5	-19	-57
word low	-23	3	53	-67	-35
word low D	-21	-26	53	-66	-1
word lower	-23	-32	24	38	-62
word lower D	-18	-5	25	39	-114
word lower P	-14	-66	-24	-18	50
word lumbar	-73	23	67	68	-63
word lung	-3	-13	-116	-31	47
word lung D	23	-125	-91	-17	68
word lungs	-11	-50	27	-17	-10
word lungs D	7	-73	27	-17	-88
word lymphadenopathy	37	-61	-22	-34	-15
word made	100	-84	-57	-13	-98
word make	52	1	-32	-27	-62
word make D	37	42	-34	-27	-63
word make P	36	-63	-8	-12	-8
word makes	-5	15	-10	-20	-31
word makes D	55	-52	-4	-5	-13
word makes P	-33	41	-7	-18	-22
word making	17	-105	-5	-2	27
word male	-60	-6	23	-56	12
word male D	-60	-6	23	-56	12
word managing	10	88	-8	-22	-106
word many	47	-13	-21	-23	-83
word many D	42	-8	-21	-11	-100
word may	-18	-45	15	-63	26
word may D	-28	-41	16	-64	34
word maybe	49	-31	-25	-14	-24
word maybe D	49	-18	-9	-4	-62
word maybe P	27	-27	-23	-14	2
word me	3	-2	-41	22	-23
word me D	17	-3	-40	23	-27
word me P	-6	-4	-41	-13	13
word mean	-16	-1	-34	3	24
word mean D	-43	3	-34	5	46
word mean P	42	-23	-10	-6	-45
word meaning	52	-77	-33	-6	-51
word meaning D	52	-77	-33	-6	-51
word means	-16	39	-33	-71	10
word means D	-16	39	-33	-71	10
word medial	-59	6	59	-44	-53
word medial D	-59	6	59	-44	-53
word medical	-9	-11	-12	-23	16
word medical D	-13	-9	-10	-24	17
word medication	-25	-18	-46	-14	33
word medication D	-13	-28	-47	-16	23
word medication P	-41	10	-5	-1	12
word medications	-29	13	-28	-20	11
word medications D	-29	13	-28	-20	11
word medicine	100	-83	-6	-5	-69
word medicine D	73	-79	-5	-4	-66
word meet	63	-18	-34	-43	-80
word meet D	51	-7	-34	-44	-75
word meet P	74	-68	-2	-4	-15
word mentioned	23	-20	-2	-2	-9
word metformin	-14	11	-33	-11	6
word metformin D	-14	11	-33	-11	6
word mg	-8	-37	-4	-9	26
word mg D	-8	-37	-4	-9	26
word middle	16	-63	28	7	-27
word middle D	1	-33	-7	9	-5
word might	31	15	-26	-29	-49
word might D	63	-16	-20	-32	-58
word might P	-17	23	-14	-2	-14
word mild	-29	3	30	22	-41
word mild D	-29	4	30	22	-41
word milligram	-26	-7	-5	-24	30
word milligrams	-25	33	-9	-19	13
word milligrams D	-5	-38	-4	-18	15
word millimeter	-87	36	-47	38	-26
word millimeter D	-87	36	-47	38	-26
word mind	-73	-60	-19	-10	76
word mind D	-73	-60	-19	-10	76
word minutes	-50	19	-1	-2	49
word minutes D	-51	-6	0	-2	52
word miss	120	-79	-9	-17	-94
word miss D	84	-70	-8	-18	-45
word missing	21	-44	-2	-1	-12
word missing D	21	-44	-2	-1	-12
word mitral	-37	-23	-11	6	31
word mitral D	-37	-23	-11	6	31
word mm-hmm	54	-13	-55	33	-67
word mm-hmm D	9	9	-51	49	-95
word mm-hmm P	151	-67	-38	-30	-29
word monitor	0	-86	-28	-7	24
word monitor D	-6	-84	-27	-5	24
word monitoring	-7	-52	-17	-38	27
word monitoring D	-7	-52	-17	-38	27
word month	2	-21	-37	-12	0
word month D	13	-83	-38	-12	0
word months	28	-28	-17	-22	-22
word months D	24	-22	-11	-17	-11
word months P	29	-24	-13	-12	-56
word more	-3	-21	-47	-38	1
word more D	6	-77	-35	-37	39
word more P	8	8	-50	-23	-55
word morning	-24	21	-45	4	-12
word morning D	-52	34	-27	8	30
word morning P	36	2	-31	-42	-125
word most	-16	3	27	13	-14
word most D	-21	-25	-36	17	11
word most P	-15	7	34	-29	-107
word mostly	26	-95	14	-6	-44
word motion	-32	-33	9	-3	49
word motion D	-32	-33	9	-3	49
word motor	23	-30	-5	-18	20
word motor D	-21	12	-5	-17	25
word mouth	-46	61	22	-17	8
word move	23	22	-52	-16	-68
word move D	11	51	-52	-10	-137
word move P	32	-31	-3	-10	4
word moving	5	40	-51	-44	-52
word moving D	31	27	-50	-40	-75
word moving P	-16	19	-11	-25	-35
word mri	10	-86	-65	-31	14
word mri D	1	-19	-60	-10	3
word ms	-9	45	-33	-60	-121
word ms D	-9	45	-33	-60	-121
word much	-11	12	-46	-42	-31
word much D	21	-124	-22	-13	16
word much P	-8	28	-41	-44	-118
word murmur	38	-76	-17	-33	-26
word murmur D	38	-76	-17	-33	-26
word murmurs	-31	-11	49	-1	-4
word muscle	3	12	-17	-13	-68
word muscle D	3	12	-17	-13	-68
word muscles	-8	-77	-8	-10	42
word my	13	-8	-37	-65	-14
word my D	26	-34	-25	-86	9
word my P	1	3	-33	-39	-22
word myself	-1	8	-11	-17	-72
word myself P	-1	8	-11	-17	-67
word n't	61	-85	1	-30	-37
word n't D	48	-135	17	-27	-2
word n't P	56	-41	-36	-12	-56
word na	27	-44	-29	-18	9
word na D	5	-31	-27	-17	5
word na P	33	-68	-35	-20	6
word name	49	-39	-15	-7	-9
word name P	49	-39	-15	-7	-9
word nausea	21	-10	-20	-11	-30
word nausea D	21	-10	-20	-11	-30
word neck	2	-11	57	-59	-65
word neck D	-57	33	71	-57	-56
word need	4	9	-50	-41	-13
word need D	17	-13	-48	-43	-18
word need P	-20	26	-21	-5	5
word needed	-30	48	-22	-13	-3
word needed D	-19	46	-15	-13	-1
word needed P	-19	23	-10	-2	-57
word negative	-53	0	41	-6	-19
word negative D	-53	0	41	-6	-19
word neurovascular	-13	-52	61	-1	-13
word neurovascular D	-13	-52	61	-1	-13
word never	9	-60	-28	55	-91
word never P	50	-43	-10	-13	-69
word new	24	-20	-47	-37	-7
word new D	-4	19	-28	-22	4
word new P	65	-48	-37	-23	-38
word news	65	-9	-40	-25	-66
word news D	47	4	-34	-24	-60
word next	14	17	-52	-56	-37
word next D	15	8	-53	-57	-32
word next P	11	8	-4	-3	-62
word nice	30	-11	-8	-40	-90
word nice D	48	-138	-2	-38	-79
word nice P	-10	24	-69	-13	-42
word night	-5	14	-20	-25	-96
word night D	21	-16	-18	-17	-63
word night P	-19	26	-8	-15	-63
word nine	-59	-11	-32	72	-54
word ninety	74	-40	-44	-28	-51
word ninety D	64	-24	-43	-16	-51
word no	0	-16	43	-1	-60
word no D	-22	9	21	-11	-21
word no P	12	-24	58	3	-99
word none	91	-73	-36	-40	-30
word none P	81	-65	-28	-23	-26
word nope	84	-54	-6	-5	-47
word nope P	84	-54	-6	-5	-47
word normal	20	-12	-40	-29	15
word normal D	11	-19	-34	-27	33
word normal P	2	23	-43	-37	-93
word not	0	-13	-49	21	-2
word not D	-6	2	-63	45	-25
word not P	1	-22	-9	-74	0
word note	-11	-35	29	14	-21
word note D	-14	-34	29	14	-19
word notes	1	7	-4	-7	-86
word notes D	-2	8	-3	-6	-73
word nothing	15	6	-35	-50	-68
word nothing P	13	6	-36	-50	-71
word notice	-1	23	-35	20	-31
word notice D	39	-47	-33	21	-26
word notice P	-59	62	-28	-12	-45
word noticed	-23	22	-61	52	-89
word noticed D	50	-32	-37	-25	-100
word noticed P	-58	33	-42	56	-54
word now	27	-28	-63	6	-17
word now D	48	-17	-51	3	-42
word now P	-9	-38	-90	-3	23
word numbness	-51	41	-72	-74	15
word numbness D	-77	52	-50	-64	28
word nurse	29	-18	41	-35	-70
word nurse D	29	-18	41	-35	-70
word of	-57	31	25	25	-25
word of D	-43	6	4	30	-5
word of P	-43	42	69	-11	-58
word off	42	-42	-55	-26	-21
word off D	48	-84	-51	-24	-23
word off P	12	-6	-24	-13	-21
word office	30	-104	-40	29	-26
word office D	30	-104	-40	29	-26
word often	49	-67	-14	42	-51
word often D	23	-77	-10	43	-46
word often P	41	-35	-7	-9	-61
word okay	10	-29	5	-55	-24
word okay D	7	-36	7	-54	-20
word okay P	19	-9	-7	-44	-35
word old	-57	57	-14	-38	-6
word old D	-28	35	-14	-38	-6
word on	-6	-6	16	-82	-1
word on D	-13	-15	23	-96	12
word on P	-4	6	-23	-35	-37
word once	-23	1	-28	-35	18
word once D	-43	-95	-11	-20	50
word once P	8	9	-28	-29	-48
word one	15	-31	-19	-22	-22
word one D	5	-49	-18	-19	12
word one P	36	22	-38	-19	-86
word only	-35	23	-38	-38	19
word only D	-17	31	-35	-22	-10
word only P	-43	17	-13	-22	46
word or	-5	0	6	-12	-19
word or D	2	-18	6	-9	-21
word or P	-23	26	-11	-25	-43
word order	-14	-19	-32	-57	15
word order D	3	-14	-29	-57	-4
word ordered	11	-19	-26	-21	22
word ordered D	15	-26	-26	-18	23
word ordering	6	-58	-11	-7	1
word other	18	9	-45	-78	-3
word other D	27	-4	-42	-78	0
word other P	-7	20	-28	-25	-28
word otherwise	-32	-26	13	-5	29
word otherwise D	25	-70	15	-5	-47
word our	-29	30	-31	-36	-4
word our D	29	-109	-31	-36	14
word our P	-42	48	-6	-3	-81
word out	7	-20	-50	-53	1
word out D	33	-64	-35	-46	14
word out P	25	-19	-57	-39	-31
word outside	-33	-114	-48	80	66
word outside D	-25	-123	-30	43	53
word outside P	-34	-41	-48	66	31
word over	-5	7	9	-27	-66
word over D	14	-54	13	-21	-45
word over P	-15	28	-22	-28	-117
word overall	-15	20	-33	-11	-41
word own	-44	51	-11	-9	-63
word own P	-44	52	-11	-9	-64
word oxygen	-27	30	-14	-18	-21
word oxygen D	-53	54	-13	-2	-20
word pain	-32	31	14	-46	-11
word pain D	-12	16	20	-43	-22
word pain P	-31	26	-88	-40	7
word painful	-23	32	-34	-12	4
word palpation	-70	14	17	-24	-56
word palpation D	-70	14	17	-24	-56
word panel	-5	-52	-18	-8	12
word panel D	-5	-52	-18	-8	12
word part	-63	35	56	-100	-40
word part D	-48	28	37	-93	-14
word part P	-19	1	36	-20	-81
word past	-33	-1	-21	-39	34
word past D	-37	9	-19	-42	26
word past P	-18	1	-9	-4	14
word patient	-116	44	-47	-55	42
word patient D	-83	49	-45	-55	7
word patients	-15	-20	-1	21	-71
word patients D	-15	-20	-1	21	-71
word pedis	-24	-28	31	-3	-11
word pedis D	-24	-28	31	-3	-11
word people	62	-47	-21	-36	-58
word people D	73	-53	-14	-22	-53
word percent	47	-12	-42	15	-87
word percent D	25	10	-42	22	-87
word perfect	87	-74	-18	-20	-70
word perfect D	73	-68	-8	-15	-60
word perfect P	53	-37	-12	-7	-25
word physical	-29	0	9	-12	22
word physical D	-21	23	9	-12	-1
word physical P	2	-44	-9	-3	33
word pill	79	-50	-11	-12	-78
word pill P	27	-17	-2	-5	-38
word pills	-51	41	-13	-20	-13
word pills P	13	-48	-5	-3	6
word pitting	11	-23	-5	-2	-49
word pitting D	11	-23	-5	-2	-49
word pizza	-44	66	-20	-5	-65
word place	-7	9	-3	-3	-24
word place D	6	25	-3	-3	-70
word plan	-62	-6	-44	-28	55
word plan D	-24	-152	-27	-78	46
word plan P	-82	67	-38	12	32
word play	-28	60	-17	-18	-63
word play D	-47	58	-12	-14	-36
word playing	-17	51	-21	-33	-120
word playing D	-13	41	-8	-10	-97
word playing P	-15	36	-18	-30	-74
word please	60	-66	-12	-37	-43
word please D	58	-66	-6	-27	-43
word plus	20	3	-50	-35	17
word plus D	20	3	-50	-35	17
word point	15	50	-16	-34	-35
word point D	19	28	-5	-29	-18
word point P	-13	38	-16	-23	-101
word pop	-21	7	-55	-3	53
word pop D	39	-127	-58	-2	72
word pop P	-31	33	-1	-2	-31
word position	-78	71	50	15	-82
word position D	-78	71	50	15	-82
word positive	-44	3	6	-9	11
word positive D	-65	22	6	-3	31
word possible	-15	-83	-30	-35	44
word possible D	-15	-83	-30	-35	44
word potential	13	0	-7	-11	-36
word potential D	13	0	-7	-11	-36
word pounds	-42	-3	-2	-18	25
word pounds D	-79	47	-2	-16	26
word prescribe	-53	13	-14	-4	49
word prescribe D	-48	13	-14	-4	43
word prescription	25	-74	-48	-9	0
word present	-41	-23	23	50	-40
word present D	-41	-23	23	50	-40
word presents	-31	25	21	-23	-27
word presents D	-31	25	21	-23	-27
word press	73	-68	-32	-11	-71
word press D	59	-64	-31	-3	-32
word pressure	0	-24	28	-86	-22
word pressure D	6	-13	29	-89	-47
word pressure P	-8	-40	-25	-2	56
word pressure's	104	-54	-37	-9	-95
word pressure's D	104	-54	-37	-9	-95
word pressures	-52	-65	-4	-4	59
word pressures D	-52	-65	-4	-4	59
word pretty	15	32	-58	-27	-93
word pretty D	35	15	-60	-23	-74
word pretty P	-15	23	-16	-17	-82
word prevent	-7	3	-1	-1	-14
word prevent D	6	5	-1	-1	-49
word primary	-3	-16	-20	-5	10
word primary D	-38	-11	-18	-4	22
word primary P	25	-15	-4	-1	-39
word prior	-3	-25	-21	-32	30
word prior D	-3	-25	-21	-32	30
word probably	58	-28	-22	-14	-46
word probably D	54	-82	-22	-7	-26
word probably P	16	-5	-10	-13	-64
word problem	28	-3	56	-42	-49
word problem D	47	22	-27	-39	-72
word problem P	-18	-34	74	-22	16
word problems	42	-62	-37	-39	11
word problems D	41	-65	-29	-40	14
word problems P	21	16	-20	-4	-85
word procedure	0	-77	-31	-15	13
word procedure D	-22	-50	-28	-16	31
word procedures	27	43	-10	-7	-43
word procedures D	27	43	-10	-7	-43
word pull	35	-67	-20	-4	-5
word pulse	21	5	-10	-42	-28
word pulse D	21	5	-10	-42	-28
word pulses	3	-44	4	-13	-37
word pulses D	3	-44	4	-13	-37
word push	-25	22	-21	-4	-14
word push D	-25	31	-21	-39	-13
word put	-3	-30	-27	-20	7
word put D	17	-89	-19	-17	-1
word put P	0	-8	-39	-10	13
word questions	-22	-38	-50	34	34
word questions D	-9	-72	-47	35	36
word questions P	-46	61	-17	-9	-56
word quick	113	-39	-32	-14	-69
word quick D	113	-39	-32	-14	-69
word quickly	-66	70	-17	-2	-56
word quite	-4	24	-16	-16	-117
word quite P	-14	28	-7	-11	-104
word rales	49	-61	-26	-18	-18
word range	52	-78	8	-19	-52
word range D	52	-78	8	-19	-52
word rate	-24	25	-16	-78	-10
word rate D	-19	15	-13	-58	-2
word read	93	-66	-10	-35	-68
word ready	-17	-88	64	-25	-11
word ready D	-50	-67	66	-23	2
word real	-63	72	-12	-5	-48
word real D	31	-23	-1	-4	-6
word really	-6	-6	-19	-60	-13
word really D	0	-43	-5	-60	-14
word really P	4	-4	-55	-31	-9
word reason	98	-66	-2	-19	-88
word reason D	98	-66	-2	-19	-88
word rebound	-1	-37	5	-15	-24
word rebound D	-1	-37	5	-15	-24
word recent	-89	-49	-32	-2	98
word recent D	-117	-49	-33	-2	98
word recently	-25	14	-43	-41	14
word recently D	-42	10	-32	-37	36
word recently P	4	8	-16	-10	-103
word recommend	15	-98	-10	-5	-11
word recommend D	-13	-83	-11	-5	17
word recommended	-109	7	-14	-17	73
word recommended D	-109	7	-14	-17	73
word record	17	-80	-10	-23	22
word record D	17	-80	-10	-23	22
word refer	20	-73	-1	-2	-7
word refer D	20	-73	-1	-2	-7
word referral	32	22	-7	-16	-57
word referral D	32	22	-7	-16	-57
word referred	-43	55	-22	-30	-63
word refill	3	-108	21	-20	-9
word refill D	-8	-91	21	-20	0
word regular	-17	0	16	-34	-73
word regular D	-41	14	19	-19	-65
word regular P	70	-58	-67	-24	-28
word regularly	108	-83	-7	-5	-78
word regularly D	93	-58	-4	-1	-75
word regurgitation	-37	-23	-11	6	31
word regurgitation D	-37	-23	-11	6	31
word related	7	-91	-45	-22	53
word relief	8	5	-12	-18	-51
word relief D	-27	24	-3	-2	17
word remember	0	-24	-31	-26	24
word remember D	18	1	-27	-20	-103
word remember P	-9	-30	-7	-9	42
word repeat	-18	-120	-12	-19	44
word repeat D	-18	-120	-12	-19	44
word replacement	-57	7	-23	-26	31
word replacement D	-57	7	-23	-26	31
word report	-12	23	-5	-19	-7
word report D	-17	27	-5	-20	-7
word respiratory	-37	10	6	-46	38
word respiratory D	-27	-54	12	-7	55
word rest	-16	87	-40	-5	-88
word rest D	13	47	-40	-5	-98
word results	12	-9	-20	48	-93
word results D	24	9	-19	35	-91
word retaining	82	-51	-18	-7	-60
word review	34	-17	-25	15	-50
word review D	53	-8	-23	-8	-49
word reviewed	-65	-85	-31	48	42
word reviewed D	-74	-83	-23	49	46
word rhythm	4	6	-1	-3	-61
word rhythm D	-18	17	2	-1	-57
word right	-39	15	27	10	-11
word right D	-23	-5	13	-5	-2
word right P	-28	24	40	42	-34
word room	-40	51	-27	-22	-40
word routine	-7	2	-5	-13	0
word routine D	39	-55	-2	-4	9
word run	90	-73	-4	-4	-91
word running	14	-48	-72	-23	3
word running D	16	25	-67	-23	-29
word running P	31	-54	-17	-5	2
word s	5	1	18	-25	-29
word s D	-10	17	19	-14	-27
word said	47	-37	-41	-35	-32
word said D	17	-16	-32	-26	-9
word said P	65	-41	-26	-28	-110
word salt	21	-20	-22	-44	-9
word salt D	-4	-7	-21	-43	19
word salt P	81	-64	-15	-7	-74
word same	-39	25	13	-42	11
word same D	-38	38	20	-24	-5
word same P	-2	-18	-58	-31	23
word saw	-3	20	-6	-19	-88
word saw D	80	-54	-6	-19	-87
word say	48	-47	-2	-22	-33
word say D	1	-10	3	-18	-4
word say P	67	-58	-11	-14	-83
word saying	36	-31	-9	-4	-26
word saying D	36	-32	-9	-5	-26
word scale	-15	16	-4	-11	2
word scale D	-15	16	-4	-11	2
word scan	-32	24	-14	-18	30
word schedule	-33	-72	-16	-19	43
word schedule D	-33	-72	-16	-19	43
word scheduled	23	61	-23	-11	-86
word scheduled D	23	61	-23	-11	-86
word school	7	-21	-58	-20	13
word school P	7	-21	-58	-20	13
word season	-74	55	-20	-8	24
word second	-30	-32	-19	10	43
word second D	-46	-18	-15	10	44
word seconds	-11	-28	39	-1	-4
word seconds D	-11	-28	39	-1	-4
word see	1	9	-35	5	-16
word see D	2	-2	-66	8	1
word see P	-4	10	40	-48	-124
word seeing	-2	-16	-21	-33	19
word seeing D	21	15	-19	-26	-115
word seeing P	-44	-84	-16	-13	74
word seem	-23	35	2	-19	-17
word seem D	23	-4	5	-13	-57
word seem P	-69	47	-16	-10	12
word seems	18	22	-74	58	-78
word seems D	-21	68	-74	-44	-53
word seems P	36	-42	-5	63	-59
word seen	2	-10	-29	-34	0
word seen D	-25	10	-29	-35	2
word send	26	-53	-9	-6	-16
word send D	26	-53	-9	-6	-16
word sensation	-20	30	5	-26	-111
word sensation D	-20	30	5	-26	-111
word sent	12	-158	-12	-18	73
word sent D	5	-121	-13	-15	49
word set	8	-91	-43	-41	4
word set D	8	-91	-43	-41	4
word seven	0	2	-25	-29	-3
word seven D	3	-27	-22	-16	1
word seven P	-18	29	-7	-18	-36
word seventy	67	-36	-31	-2	-55
word seventy D	67	-36	-31	-2	-55
word several	24	-10	-13	-40	-48
word several P	-15	17	-4	-4	-42
word severe	-12	-25	-30	-18	21
word she	-42	31	-60	-67	-8
word she D	-8	-5	-62	-71	-5
word she P	-51	53	-5	-4	-44
word she'll	72	-52	-37	-6	-47
word she'll D	69	-43	-38	-6	-48
word she's	-60	22	-14	-33	5
word she's D	-79	30	-15	-34	14
word sheet	11	-5	-4	-28	-14
word sheet D	11	-5	-4	-28	-14
word short	1	28	-11	-8	-42
word short D	1	28	-11	-8	-42
word shortness	-25	-7	-29	-32	31
word shortness D	-21	-15	-25	-31	32
word should	-7	-82	-44	-32	32
word should D	-23	-65	-46	-34	35
word should P	60	-48	-2	-2	-78
word show	-19	-35	21	41	-22
word show D	-20	-33	21	41	-21
word showed	-53	-9	-23	36	-34
word showed D	-53	-9	-23	36	-34
word shows	30	-88	-23	-79	18
word shows D	28	-85	-21	-80	18
word side	-11	-7	5	-26	-12
word side D	-11	-33	12	-16	-9
word side P	4	-3	-55	-20	-22
word sign	-1	-52	29	-10	-65
word sign D	-1	-52	29	-10	-65
word significant	-7	7	-31	28	-25
word significant D	-7	7	-31	28	-25
word signs	23	-36	-7	-32	-58
word signs D	23	-36	-7	-32	-58
word since	-15	-10	-23	-1	34
word since D	16	-43	-25	13	11
word since P	-20	8	-10	-24	19
word sit	-23	8	-42	-17	-1
word sit D	-32	-69	-33	-12	49
word sit P	-12	16	-19	-9	-25
word six	-17	18	-11	-31	4
word six D	-5	-24	-11	-24	17
word six P	-35	38	-5	-21	-29
word sixty	0	6	-13	-2	-54
word sixty D	0	6	-13	-2	-54
word skin	49	-30	-38	-55	-20
word skin D	42	-22	-38	-55	-20
word sleep	4	27	-29	-18	-100
word sleep D	-18	68	-18	-3	-70
word sleep P	11	-4	-16	-17	-66
word sleeping	-42	60	-33	-21	-119
word sleeping D	-71	80	-24	-15	-93
word sleeping P	16	-5	-13	-8	-66
word slight	-76	78	-24	-13	20
word slight D	-19	-21	-23	-4	25
word slightly	10	-37	7	-43	-14
word slightly D	-42	4	8	-40	-9
word smoke	115	-107	-21	-18	-38
word smoking	-63	-54	-44	-58	95
word smoking D	-15	-22	-9	-15	28
word so	19	-23	-12	-33	-23
word so D	4	2	-1	-34	-28
word so P	40	-46	-78	-5	-36
word soft	-58	17	44	-3	-62
word soft D	-73	-43	58	-1	-74
word some	4	-29	-23	10	-2
word some D	4	-28	-18	-8	4
word some P	-4	-6	-77	37	-30
word somebody	77	-43	-3	-3	-78
word somebody D	87	-32	-3	-2	-75
word something	36	-42	-33	19	-46
word something D	25	-116	-27	20	-33
word something P	45	-14	-16	-13	-135
word sometimes	33	-94	-15	-73	13
word sometimes D	1	-94	-13	-75	24
word sometimes P	50	-39	-5	-3	-52
word soon	92	-50	-37	-6	-70
word soon D	92	-49	-37	-7	-71
word sore	60	-41	-33	-18	-89
word sore D	-5	23	-32	-11	-82
word sorry	99	-110	60	-8	-50
word sorry D	21	-78	63	-2	-39
word sound	-17	-142	9	-42	28
word sound D	-17	-142	9	-42	28
word sounds	37	-92	5	-50	-32
word sounds D	54	-110	-28	-38	-14
word sounds P	-1	-49	29	-44	-34
word splint	-58	67	-8	-13	18
word splint D	-21	-15	-3	0	22
word sports	-5	18	-4	-3	-58
word sports D	26	-14	-4	-3	-54
word stable	-25	39	-62	-40	14
word stable D	-30	45	-61	-36	15
word stairs	-51	57	-4	-7	-61
word stairs P	-21	26	-4	-3	-50
word standpoint	6	31	-8	-49	-61
word standpoint D	6	31	-8	-49	-61
word start	-1	-10	-28	-47	-3
word start D	-2	12	-28	-48	-12
word start P	6	-93	-6	-3	17
word started	10	-39	57	-16	-16
word started D	-36	-43	62	-9	18
word started P	45	-29	-27	-12	-111
word starts	0	20	-16	-4	-47
word stay	83	-58	-21	-8	-53
word stay D	84	-73	-14	-8	-47
word stick	29	-4	-26	-33	-31
word stick D	101	-46	-17	-34	-21
word stiff	-24	-28	57	-23	-95
word still	-18	12	25	-42	-33
word still D	-15	-20	38	-17	0
word still P	8	13	-64	-41	-163
word stomach	-30	35	-6	-2	14
word stop	8	-28	-20	-18	0
word stop D	-12	-58	-14	-14	26
word stop P	35	2	-10	-7	-79
word stopped	39	-24	-3	-31	-98
word stopped P	11	-5	-2	-8	-48
word strain	1	-40	-58	-49	24
word strain D	-62	30	-54	-45	53
word stress	-40	-63	17	-33	37
word stress D	-18	4	22	-12	-15
word stressful	10	-17	-4	-8	3
word stressful P	0	-10	-4	-8	4
word strong	-34	-31	39	-10	-17
word strong D	-34	-31	39	-10	-17
word stuff	105	-81	-7	-14	-62
word stuff D	80	-55	-6	-14	-50
word stuff P	66	-60	-3	-1	-23
word such	58	-66	-2	-1	-28
word such D	58	-66	-2	-1	-28
word sugars	-37	0	-20	-8	37
word sugars D	-12	-108	-19	-8	38
word summer	39	-42	-25	-21	-1
word summer D	22	-26	-23	-19	4
word supposed	73	-60	-4	-3	-58
word supposed D	78	-37	-3	-3	-69
word sure	-23	39	-38	-37	-7
word sure D	-12	-1	-24	-25	8
word sure P	-15	31	-42	-35	-126
word surgeries	22	-1	-24	-22	-102
word surgeries D	22	-1	-24	-22	-102
word surgery	-40	-6	-28	-16	16
word surgery D	-33	-3	-27	-17	8
word surgical	-32	23	-3	-6	-19
word surgical D	-32	23	-3	-6	-19
word swelling	9	7	-36	15	-8
word swelling D	14	-11	-35	21	-4
word swelling P	-22	24	-19	-16	-21
word swollen	-1	-39	-44	-35	55
word swollen D	-33	-9	-30	-31	58
word symptoms	10	-20	-36	-28	14
word symptoms D	-10	5	-30	-27	-6
word system	88	-89	-2	-19	-21
word system D	45	-43	-1	-18	-14
word systems	-32	41	-26	-26	-36
word systems D	-32	41	-26	-26	-36
word systolic	-9	-74	-5	-8	7
word systolic D	-9	-74	-5	-8	7
word table	52	-24	-35	0	-75
word take	19	18	-75	-38	-33
word take D	53	-36	-73	-43	-27
word take P	-30	46	-34	-6	-36
word taken	32	-66	-29	-8	31
word taken D	-50	-20	-30	-6	55
word taken P	81	-80	-2	-3	-79
word taking	-22	23	-33	-32	11
word taking D	-10	-53	-31	-30	30
word taking P	-23	45	-19	-22	-145
word talk	10	-24	-25	10	-17
word talk D	7	-16	-25	10	-16
word talked	44	-58	-42	-6	-30
word talked D	35	-33	-42	-20	-21
word talking	-60	62	-9	-9	-50
word talking D	-48	52	0	0	-46
word tell	38	-14	-16	0	-112
word tell D	33	-1	-13	-25	-97
word tell P	15	-32	-16	11	-57
word template	25	-81	4	-40	-12
word template D	25	-81	4	-40	-12
word ten	74	-60	-5	-6	-34
word ten D	16	-5	-5	-4	-20
word tend	45	-27	-60	-5	-62
word tender	44	23	-117	-10	-54
word tenderness	-43	1	29	2	-123
word tenderness D	-29	1	29	-35	-124
word tendon	-31	12	-44	-41	29
word terms	18	-30	-46	-26	12
word terms D	73	-53	-27	-26	-40
word test	21	33	35	-43	-92
word test D	65	-20	38	-42	-130
word tests	-33	24	-6	42	-5
word tests D	-14	-62	-4	47	-2
word th	6	25	-42	-47	-58
word th D	-76	83	-27	-36	-42
word than	51	0	-15	-1	-75
word than D	-37	72	-7	3	-70
word than P	125	-123	-29	-19	-22
word thank	120	-49	-24	-10	-58
word thank D	75	-28	-20	-10	-39
word thank P	94	-43	-17	-6	-45
word thanks	29	-68	51	-38	-97
word thanks D	100	-72	-46	-40	-73
word thanks P	-26	-46	65	-6	-77
word that	-1	-3	-34	-3	-19
word that D	-1	23	-27	-12	-32
word that P	10	-35	-71	0	16
word that's	0	-30	-15	-53	12
word that's D	-6	30	-65	-77	-7
word that's P	3	-114	47	-7	47
word the	-48	9	-10	7	7
word the D	-35	12	-32	12	-11
word the P	-22	-20	49	-23	20
word their	39	-97	-23	-24	5
word their D	2	-53	-14	-5	23
word them	50	-55	-32	-29	-11
word them D	21	-3	-31	-29	-18
word them P	41	-66	-12	-10	4
word then	14	-29	-26	-39	-1
word then D	-26	14	-18	-44	7
word then P	52	-53	-43	-32	-9
word therapy	-54	20	-41	-41	42
word therapy D	-9	65	-25	-38	-21
word there	12	-55	-4	20	-30
word there D	2	-33	-2	19	-43
word there P	38	-75	-40	2	-38
word there's	39	-55	-4	-3	-81
word there's D	39	-46	-10	-2	-81
word these	32	-79	-33	-20	-14
word these D	-4	-80	-34	-19	25
word they	23	-32	-25	-54	-12
word they D	-6	-28	-16	-42	10
word they P	35	-17	-30	-48	-58
word they're	54	-33	-12	-20	-42
word they're D	32	-31	-4	-8	-28
word they're P	44	-27	-11	-15	-39
word they've	3	-22	-38	-18	4
word they've D	-47	21	-11	-13	17
word thing	5	-5	-4	-36	-52
word thing D	17	-32	-2	-26	-35
word thing P	-24	38	-45	-24	-102
word things	4	-10	-29	-31	-4
word things D	7	-33	-25	-26	18
word things P	12	8	-16	-18	-113
word think	27	-38	-38	-40	8
word think D	59	-76	-23	-31	-33
word think P	-22	1	-50	-48	25
word thinking	52	-48	-17	-3	-46
word thinking D	68	-40	-16	-2	-31
word third	71	-45	-23	42	-87
word third D	21	2	-23	42	-87
word this	-14	-24	-20	-52	27
word this D	2	-44	-15	-45	16
word this P	-17	-7	-44	-42	4
word those	25	-14	-60	-19	-8
word those D	19	59	-53	-15	-55
word those P	29	-120	-36	-18	34
word though	65	-45	-29	-7	-16
word though D	40	-71	-24	-2	34
word though P	46	-35	-15	-7	-74
word thought	17	2	-35	-23	-68
word thought P	-11	31	-35	-24	-49
word three	41	21	-95	-1	-48
word three D	43	33	-96	1	-45
word three P	17	-15	-2	-23	-21
word through	16	-35	-61	-31	-6
word through D	23	-73	-63	-29	-6
word through P	20	-24	-5	-8	1
word thyroid	13	-80	12	-42	-24
word thyroid D	13	-80	12	-42	-24
word time	-4	-4	-42	-43	-13
word time D	-7	25	-40	-42	-6
word time P	25	-43	-31	-29	-21
word times	-36	4	42	-47	0
word times D	-8	-50	-16	-43	22
word times P	-38	20	45	-16	-61
word tingling	-42	15	-59	-4	36
word tingling D	-19	-15	-50	-3	44
word tired	58	-49	-14	-3	-58
word to	-35	15	-4	-19	8
word to D	-21	-4	5	-10	2
word to P	-24	22	-59	-39	11
word today	-34	43	23	-48	-39
word today D	-29	44	26	-47	-47
word today P	-11	-1	-41	-19	33
word told	13	18	-8	-10	-78
word told D	-22	47	-9	-10	-60
word told P	93	-85	0	-2	-41
word too	40	-43	-30	-30	-43
word too D	63	-42	-7	-8	-62
word too P	27	-28	-30	-30	-33
word took	-6	23	-10	-15	-63
word took D	22	-14	-1	-2	-6
word took P	-8	24	-11	-14	-63
word top	-6	-44	38	-54	-16
word top D	36	-38	-67	-42	-8
word top P	-63	-28	79	-31	-54
word touch	-13	-134	72	-32	-4
word touch D	-27	-110	73	-31	0
word treatment	45	-100	-11	-32	-11
word treatment D	45	-100	-11	-32	-11
word tried	1	-1	-38	-24	-25
word tried D	21	-10	-16	-7	-90
word tried P	-12	2	-29	-21	2
word trouble	-5	-88	-9	-2	53
word try	44	-18	-20	-28	-34
word try D	53	-111	-16	-18	-26
word try P	6	11	-23	-26	-30
word trying	13	22	-22	-23	-63
word trying D	79	-103	-2	-1	-27
word trying P	-12	35	-23	-25	-53
word turn	76	-70	-32	-2	-22
word twenty	-9	-11	-38	-40	29
word twenty D	10	-47	-34	-5	33
word twice	1	-16	-15	-27	10
word twice D	6	-80	-13	-22	17
word two	-41	16	-28	-9	0
word two D	-52	24	-27	-7	4
word two P	29	-13	-23	-36	-85
word tylenol	-7	43	-9	-11	-16
word tylenol P	-62	67	-9	-11	-44
word type	-9	-21	34	-40	-8
word type D	10	-15	34	-40	-35
word uh	-9	3	5	-7	-15
word uh D	-8	-49	26	6	3
word uh P	6	20	-115	-66	-65
word ultrasound	12	12	-20	-31	-18
word ultrasound D	12	12	-20	-31	-18
word um	10	-3	-31	-36	-20
word um D	24	-33	-28	-27	-9
word um P	-7	24	-45	-55	-86
word uncomfortable	42	-20	-48	-25	-63
word under	40	-14	-21	-43	-118
word under D	82	-74	-9	-40	-88
word under P	-17	25	-16	-13	-76
word understand	28	-16	-13	-13	-64
word understand D	-19	27	-13	-13	-58
word unfortunately	-15	54	-34	-44	-17
word unfortunately D	-48	37	-31	-42	24
word until	-54	-22	-11	-6	68
word until D	-78	-1	0	0	78
word up	15	-26	-12	-58	-4
word up D	12	-48	-1	-58	0
word up P	19	-21	-55	-39	-13
word upper	-13	36	24	-39	-28
word upper D	-24	20	28	-33	-8
word urine	-38	40	-36	-13	21
word urine D	-18	-7	-32	-9	24
word us	49	-12	-15	-28	-109
word us D	37	-12	-15	-28	-98
word use	49	-70	-79	-34	-12
word use D	47	-46	-63	-27	-28
word use P	21	-50	-53	-24	15
word used	12	2	8	-19	-90
word used D	53	-96	13	-4	-61
word used P	-11	29	-9	-18	-70
word using	42	-5	-26	-26	-80
word using D	35	2	-27	-27	-79
word using P	74	-67	-2	-2	-23
word usually	52	-28	-26	-24	-62
word usually P	32	-18	-28	-25	-46
word very	4	34	-46	-42	-32
word very D	88	-118	-34	-32	-36
word very P	-34	63	-43	-32	-17
word visit	37	-13	-7	-21	-93
word visit D	10	22	-7	-21	-86
word vital	49	-23	-53	-30	-34
word vital D	49	-23	-53	-30	-34
word vitals	69	-14	-17	-13	-51
word vitals D	28	-4	-5	-2	-19
word vomiting	21	-10	-20	-11	-30
word vomiting D	21	-10	-20	-11	-30
word wait	-44	-80	76	-16	-56
word wake	84	-77	-4	-3	-23
word walk	45	-121	-25	-9	8
word walk D	11	-89	-16	-4	26
word walking	11	-34	-9	-9	-5
word walking D	21	16	-7	-4	-48
word walking P	1	-82	-3	-6	65
word wan	-6	-3	-30	-15	13
word wan D	-18	19	-32	-15	20
word wan P	65	-40	-5	-9	-75
word want	-31	-3	22	-34	7
word want D	-37	2	23	-34	15
word want P	22	-9	-12	-13	-43
word wanted	84	-101	-8	-12	-42
word wanted P	80	-73	-8	-4	-27
word was	-45	18	-72	-12	18
word was D	-24	31	-75	-31	7
word was P	-29	-6	-41	15	7
word watch	-29	-2	-26	-7	21
word watch D	-18	11	-20	-7	12
word watch P	11	-45	-16	-1	-5
word watching	-50	31	-7	-8	17
word watching D	-63	44	-6	-2	19
word way	5	-12	-6	-48	-11
word way D	-7	10	-1	-44	-20
word way P	10	-20	-39	-23	-7
word we	-13	-17	-70	-43	8
word we D	21	-47	-70	-50	21
word we P	-18	18	-16	8	-30
word we'll	-9	-6	-46	-3	-16
word we'll D	24	-82	-45	-2	-15
word we're	26	-3	-40	-36	-19
word we're D	19	-9	-33	-34	-21
word we're P	12	-9	-25	-13	-10
word we've	-7	-30	-40	-26	39
word we've D	-3	-40	-39	-25	42
word weakness	3	25	-105	-60	-78
word wear	-60	-28	-2	-3	60
word week	-11	20	-24	-27	-3
word week D	17	-146	-18	-18	-2
word week P	-39	37	-14	-22	-6
word weekend	50	-40	-10	-21	-89
word weekend P	30	-24	-7	-17	-62
word weeks	21	-11	-22	-21	-24
word weeks D	49	-89	-21	-22	-33
word weeks P	-30	15	-7	-5	37
word weigh	13	-36	-2	-12	-8
word weigh D	13	-36	-2	-12	-8
word weight	-11	49	-33	-29	-99
word weight D	-4	31	-26	-28	-72
word weight P	-13	25	-22	-7	-86
word weird	106	-91	-78	-38	-67
word welcome	73	-21	-17	-9	-44
word welcome D	56	-14	-7	-8	-37
word well	-13	-29	-34	-5	13
word well D	22	-49	-25	-19	-16
word well P	-41	-7	-57	22	50
word went	52	-27	-54	-42	-99
word went D	125	-117	-54	-14	-87
word went P	18	-5	-16	-36	-54
word were	2	0	-86	7	4
word were D	-4	-26	-84	10	25
word were P	4	17	-25	-30	-87
word what	38	-26	-82	-76	-21
word what D	65	-48	-83	-77	-30
word what P	-2	21	-21	-23	-25
word what's	68	-115	-31	-23	-3
word what's D	55	-98	-27	-23	2
word what's P	110	-85	-10	-4	-64
word wheezes	-33	-23	34	-28	-12
word wheezes D	-8	-21	12	-2	-10
word wheezing	28	-50	23	-74	-58
word wheezing D	35	-14	-25	-43	-47
word when	3	10	-26	-12	-54
word when D	32	-17	-22	-4	-74
word when P	-5	-3	-24	-22	-5
word where	88	-37	-44	-24	-91
word where D	58	-3	-40	-23	-87
word where P	91	-88	-18	-8	-45
word which	-7	3	-41	4	-8
word which D	12	-14	-40	6	-8
word which P	-29	24	-12	-32	-13
word while	6	-2	-21	-22	-12
word while D	-45	9	-8	-12	34
word while P	28	-14	-19	-15	-115
word white	-18	-59	21	29	-85
word white D	-18	-59	21	29	-85
word who	42	-17	-13	-15	-7
word who D	23	0	-12	-13	-5
word who P	91	-82	-2	-5	-48
word whole	-35	6	-64	-16	38
word whole D	-33	7	-44	-10	41
word whole P	-18	-3	-34	-7	17
word why	-15	-14	-50	-53	5
word why D	-75	67	-58	-57	25
word why P	79	-61	-11	-6	-23
word wife	10	6	-19	-5	-66
word wife D	32	-27	-13	-2	-28
word wife P	-11	31	-15	-4	-52
word will	-24	-24	-9	-59	20
word will D	10	1	-4	-63	-23
word will P	-38	-79	-34	-9	51
word wish	98	-93	-16	-3	-35
word with	-48	11	-8	-3	7
word with D	-45	17	-3	-11	2
word with P	-14	7	-58	4	9
word within	-30	-96	-11	-14	53
word without	-9	8	-48	-31	11
word without D	16	-100	-38	-17	37
word wo	89	-27	-7	-5	-72
word work	-26	21	-57	2	-23
word work D	-11	53	-58	-8	-54
word work P	-6	-39	-19	8	10
word working	18	21	-15	-19	-96
word working P	-14	42	-15	-20	-70
word worried	-47	-33	-5	-4	50
word worse	13	-64	-30	-23	34
word worse D	19	-43	-29	-24	9
word worse P	-6	-39	-3	-1	54
word worst	-5	22	-3	0	-41
word worst D	-5	22	-3	0	-41
word would	11	4	-57	13	-42
word would D	30	-12	-42	17	-47
word would P	-16	5	-53	-18	1
word wow	43	-20	-40	-14	-85
word wow D	-37	46	-25	-2	-67
word wrong	-1	10	-15	-19	-53
word x-ray	-3	-11	-84	42	-39
word x-ray D	12	-51	-84	32	-36
word x-rays	-59	11	-32	47	-57
word x-rays D	-59	11	-32	47	-57
word yeah	20	-20	-58	-52	1
word yeah D	-9	-39	-59	-61	31
word yeah P	25	-3	-51	-44	-47
word year	-28	-40	-29	-55	44
word year D	-32	-23	-28	-54	43
word year P	-9	-18	-13	-13	4
word year-old	-78	20	-15	-61	22
word year-old D	-78	20	-15	-61	22
word years	-19	28	-14	-23	-111
word years D	-37	45	-9	-16	-74
word years P	4	1	-9	-14	-74
word yep	-20	38	-10	-14	-66
word yes	32	-43	-54	-48	-4
word yes D	-9	0	-30	-32	15
word yes P	45	-45	-52	-45	-28
word yesterday	5	13	-20	-17	-52
word yesterday P	5	13	-20	-17	-52
word you	6	-23	-12	-41	-30
word you D	-3	-26	-2	-44	-26
word you P	43	-31	-94	-19	-39
word you'll	47	18	-50	-21	-94
word you'll D	47	18	-50	-21	-94
word you're	41	-55	-4	-51	-22
word you're D	17	-41	-1	-53	-6
word you're P	75	-55	-45	-18	-47
word you've	14	-48	9	-1	0
word you've D	13	-48	9	-1	0
word your	10	-2	-35	-31	-28
word your D	17	-32	-38	-39	-20
word your P	-34	39	-2	17	-72
word yourself	37	-76	-31	-22	-16
word yourself D	28	-68	-29	-21	-10
word zero	-16	-80	34	-64	9
word zero D	-16	-80	34	-64	9`;
